package ml.taama.ui;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes pages of templates that were compiled with the product. */
@Component
public class Pages {

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "ml.taama.pages");

    /** A page; the template finds {@code ui} and {@code model}. */
    public Html page(String template, Ui ui, Object model) {
        Utf8ByteOutput content = new Utf8ByteOutput();
        engine.render(template + ".jte", Map.of("ui", ui, "model", model), content);
        return new Html(content, HttpServletResponse.SC_OK);
    }
}
