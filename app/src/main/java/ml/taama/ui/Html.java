package ml.taama.ui;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;

/** A page: a template, what it shows, and the reader it speaks to. */
public final class Html implements View {

    private static final int NOTHING = 0;

    private final Pages pages;
    private final String template;
    private final Map<String, Object> parameters;
    private final int status;

    private Html(Pages pages, String template, Map<String, Object> parameters, int status) {
        this.pages = pages;
        this.template = template;
        this.parameters = parameters;
        this.status = status;
    }

    static Html of(Pages pages, String template, Ui ui, Object model) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("ui", ui);
        parameters.put("model", model);
        return new Html(pages, template, parameters, NOTHING);
    }

    Html withStatus(int code) {
        return new Html(pages, template, parameters, code);
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        TemplateEngine engine = pages.engine();
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(template + ".jte", parameters, output);
        if (status != NOTHING) {
            response.setStatus(status);
        }
        response.setContentType("text/html;charset=utf-8");
        response.setContentLength(output.getContentLength());
        output.writeTo(response.getOutputStream());
    }
}
