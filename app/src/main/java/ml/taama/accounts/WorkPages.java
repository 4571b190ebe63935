package ml.taama.accounts;

import java.util.List;
import ml.taama.platform.security.SignedIn;
import ml.taama.ui.Html;
import ml.taama.ui.Pages;
import ml.taama.ui.Redirect;
import ml.taama.ui.Ui;
import ml.taama.ui.WorkEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** What waits for who is signed in, and what that person was told. */
@Controller
@SignedIn
public class WorkPages {

    private static final int MOST = 50;

    /** Notices, unread ones first. */
    public record WorkPage(List<Notice> notices, List<WorkEntry> places) {}

    private final Pages pages;
    private final Notices notices;

    WorkPages(Pages pages, Notices notices) {
        this.pages = pages;
        this.notices = notices;
    }

    @Bean
    static WorkEntry workEntry() {
        return new WorkEntry(10, "work.title", "/work", "inbox", actor -> true);
    }

    @GetMapping("/{language}/work")
    Html work(Ui ui) {
        List<Notice> latest = notices.latest(ui.visitor().actor().account(), MOST);
        return pages.page("accounts/work", ui, new WorkPage(latest, ui.work()));
    }

    @PostMapping("/{language}/work/read")
    View read(Ui ui, @RequestParam(defaultValue = "0") long notice, @RequestParam(defaultValue = "/work") String to) {
        notices.read(ui.visitor().actor().account(), notice);
        return Redirect.within(ui, to);
    }
}
