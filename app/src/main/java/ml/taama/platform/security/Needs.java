package ml.taama.platform.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A page for those who hold one of these permissions, everywhere or for some organisation. Where the page is about one
 * organisation, the module behind it also asks whether the permission is held for that one.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Needs {

    /** One of them suffices. */
    Permission[] value();
}
