package ml.taama.ui;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** After something was changed: to the page that shows it, with a new request. */
public final class Redirect {

    private Redirect() {}

    /**
     * To a page of the site in the reader's language. An address that would lead elsewhere leads home.
     *
     * @param page without language, for example {@code /work}
     */
    public static View within(Ui ui, String page) {
        boolean ours = page.isEmpty() || (page.startsWith("/") && !page.startsWith("//") && page.indexOf('\\') < 0);
        RedirectView view = new RedirectView(ui.url(ours ? page : ""));
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExpandUriTemplateVariables(false);
        view.setExposeModelAttributes(false);
        return view;
    }
}
