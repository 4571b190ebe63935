package ml.taama.ui;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import org.springframework.stereotype.Component;

/** Makes pages of templates that were compiled with the product. */
@Component
public class Pages {

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "ml.taama.pages");

    /** A page; the template finds {@code ui} and {@code model}. */
    public Html page(String template, Ui ui, Object model) {
        return Html.of(this, template, ui, model);
    }

    TemplateEngine engine() {
        return engine;
    }
}
