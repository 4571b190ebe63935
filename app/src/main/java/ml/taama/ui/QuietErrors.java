package ml.taama.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import ml.taama.platform.text.Messages;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/** An address that the server cannot even read is answered in the languages of the product, with nothing about the server. */
final class QuietErrors extends ErrorReportValve {

    private final Messages messages;

    QuietErrors(Messages messages) {
        this.messages = messages;
        setShowReport(false);
        setShowServerInfo(false);
    }

    @Override
    protected void report(Request request, Response response, @org.jspecify.annotations.Nullable Throwable throwable) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        String lines = Messages.SHIPPED.stream().map(this::line).collect(Collectors.joining());
        String page = "<!DOCTYPE html><html lang=\"" + Messages.SHIPPED.getFirst()
                + "\"><head><meta charset=\"utf-8\"><title>" + response.getStatus() + "</title></head><body><main>"
                + lines + "</main></body></html>";
        try {
            response.setContentType("text/html;charset=utf-8");
            response.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
            response.finishResponse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String line(Locale language) {
        return "<p lang=\"" + language + "\">" + messages.text(language, "problem.unreadable") + " <a href=\"/"
                + language + "\">" + messages.text(language, "problem.home") + "</a></p>";
    }
}
