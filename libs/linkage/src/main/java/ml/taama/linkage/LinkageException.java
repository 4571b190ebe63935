package ml.taama.linkage;

import java.util.Arrays;
import java.util.Locale;

/** Input that cannot be used: a stable fault and what fills its message. Arguments hold no value of a record. */
public final class LinkageException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Fault fault;
    private final transient Object[] arguments;

    /** A fault with its arguments, in the order that {@link Fault} names them. */
    public LinkageException(Fault fault, Object... arguments) {
        super(fault.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + Arrays.toString(arguments));
        this.fault = fault;
        this.arguments = arguments.clone();
    }

    /** What is wrong. */
    public Fault fault() {
        return fault;
    }

    /** A stable name for message bundles: lower case and hyphens. */
    public String code() {
        return fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What fills the message. */
    public Object[] arguments() {
        return arguments.clone();
    }
}
