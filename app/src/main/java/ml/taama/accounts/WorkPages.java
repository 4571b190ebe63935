package ml.taama.accounts;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ml.taama.platform.audit.AuditReader;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.SignedIn;
import ml.taama.ui.Findable;
import ml.taama.ui.Html;
import ml.taama.ui.Pages;
import ml.taama.ui.Redirect;
import ml.taama.ui.Tasks;
import ml.taama.ui.Ui;
import ml.taama.ui.WorkEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** What waits for who is signed in, what that person was told, and what the colleagues did. */
@Controller
@SignedIn
public class WorkPages {

    private static final int MOST = 50;
    private static final int ACTIVITY = 15;
    private static final int FOUND = 10;

    /**
     * The workspace.
     *
     * @param tasks those with a deadline first
     * @param notices unread ones first
     * @param activity of one's own organisations, the latest first
     */
    public record WorkPage(
            List<Tasks.Task> tasks,
            List<Notice> notices,
            List<AuditReader.Entry> activity,
            Map<Long, String> names,
            Map<String, String> organisations) {}

    /** What a question found. */
    public record FoundPage(String question, List<Findable.Found> found) {}

    private final Pages pages;
    private final Notices notices;
    private final Accounts accounts;
    private final AuditReader audit;
    private final Words words;
    private final List<Tasks> tasks;
    private final List<Findable> findable;

    WorkPages(
            Pages pages,
            Notices notices,
            Accounts accounts,
            AuditReader audit,
            Words words,
            List<Tasks> tasks,
            List<Findable> findable) {
        this.pages = pages;
        this.notices = notices;
        this.accounts = accounts;
        this.audit = audit;
        this.words = words;
        this.tasks = tasks;
        this.findable = findable;
    }

    @Bean
    static WorkEntry workEntry() {
        return new WorkEntry(10, "work.title", "/work", "inbox", actor -> true);
    }

    @GetMapping("/{language}/work")
    Html work(Ui ui) {
        Actor actor = ui.visitor().actor();
        List<Tasks.Task> all = tasks.stream()
                .flatMap(t -> t.of(ui).stream())
                .sorted(Comparator.comparing(
                        Tasks.Task::deadline, Comparator.comparing(d -> d.orElse(java.time.LocalDate.MAX))))
                .toList();
        WorkPage page = new WorkPage(
                all,
                notices.latest(actor.account(), MOST),
                audit.of(actor.organisations(), ACTIVITY),
                accounts.names(),
                words.organisations(ui));
        return pages.page("accounts/work", ui, page);
    }

    @GetMapping("/{language}/work/search")
    Html search(Ui ui, @RequestParam(defaultValue = "") String q) {
        String question = Optional.of(q.strip())
                .map(t -> t.substring(0, Math.min(200, t.length())))
                .orElse("");
        List<Findable.Found> found = question.isEmpty()
                ? List.of()
                : findable.stream()
                        .flatMap(f -> f.find(ui, question, FOUND).stream())
                        .toList();
        return pages.page("accounts/found", ui, new FoundPage(question, found));
    }

    @PostMapping("/{language}/work/read")
    View read(Ui ui, @RequestParam(defaultValue = "0") long notice, @RequestParam(defaultValue = "/work") String to) {
        notices.read(ui.visitor().actor().account(), notice);
        return Redirect.within(ui, to);
    }

    @PostMapping("/{language}/work/unread")
    View unread(Ui ui, @RequestParam(defaultValue = "0") long notice) {
        notices.unread(ui.visitor().actor().account(), notice);
        return Redirect.within(ui, "/work");
    }
}
