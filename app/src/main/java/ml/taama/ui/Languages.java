package ml.taama.ui;

import java.util.List;
import java.util.Locale;

/** In which languages the site is read; the module that knows the country tells. */
public interface Languages {

    /** The languages, the default first. */
    List<Locale> languages();
}
