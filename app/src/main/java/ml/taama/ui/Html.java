package ml.taama.ui;

import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;

/** A page, already written: what goes wrong in a template goes wrong before the first byte is sent. */
public final class Html implements View {

    private final Utf8ByteOutput content;
    private final int status;

    Html(Utf8ByteOutput content, int status) {
        this.content = content;
        this.status = status;
    }

    /** The same page under another status. */
    public Html withStatus(int code) {
        return new Html(content, code);
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setStatus(status);
        response.setContentType("text/html;charset=utf-8");
        response.setContentLength(content.getContentLength());
        content.writeTo(response.getOutputStream());
    }
}
