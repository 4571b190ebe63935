package ml.taama.collection;

import java.util.List;
import java.util.Optional;
import ml.taama.collection.Attachments.Attachment;
import ml.taama.collection.ReturnReviews.Seen;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Needs;
import ml.taama.platform.security.Permission;
import ml.taama.ui.Html;
import ml.taama.ui.Pages;
import ml.taama.ui.Redirect;
import ml.taama.ui.Ui;
import ml.taama.ui.WorkEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** What reviewers see and do: who has answered, one return value by value, disputes between services. */
@Controller
@Needs(Permission.REVIEW_RETURNS)
public class ReviewPages {

    private static final int PAGE = 200;

    /** Who has answered a call. */
    public record BoardPage(Shown shown, List<Call> calls, Optional<Call> call, List<Board.Line> lines, int disputes) {}

    /** One return under review; values are shown in pages. */
    public record ReviewPage(
            Shown shown,
            Seen seen,
            List<Value> values,
            int page,
            int pages,
            List<Attachment> attachments,
            Optional<Problem> fault) {

        /** The question of a value. */
        public ml.taama.collection.forms.Question question(Value value) {
            return seen.form().question(value.question()).orElseThrow();
        }
    }

    /** Every row that answered the same as a value. */
    public record HistoryPage(Shown shown, Seen seen, List<Value> rows) {

        /** The question that they answer. */
        public ml.taama.collection.forms.Question question() {
            return seen.form().question(rows.getFirst().question()).orElseThrow();
        }
    }

    /** Services that differ. */
    public record DisputesPage(Shown shown, Call call, List<Dispute> disputes, Optional<Problem> fault) {}

    private final Pages pages;
    private final Shown.Maker shown;
    private final Calls calls;
    private final Returns returns;
    private final Board board;
    private final ReturnReviews reviews;
    private final Disputes disputes;
    private final Attachments attachments;

    ReviewPages(
            Pages pages,
            Shown.Maker shown,
            Calls calls,
            Returns returns,
            Board board,
            ReturnReviews reviews,
            Disputes disputes,
            Attachments attachments) {
        this.pages = pages;
        this.shown = shown;
        this.calls = calls;
        this.returns = returns;
        this.board = board;
        this.reviews = reviews;
        this.disputes = disputes;
        this.attachments = attachments;
    }

    @Bean
    static WorkEntry reviewEntry() {
        return new WorkEntry(
                40, "review.title", "/work/review", "clipboard-check", a -> a.maySomewhere(Permission.REVIEW_RETURNS));
    }

    @GetMapping("/{language}/work/review")
    Html board(Ui ui, @RequestParam(defaultValue = "0") long call) {
        List<Call> opened =
                calls.all().stream().filter(c -> c.state() != Call.State.DRAFT).toList();
        Optional<Call> chosen =
                opened.stream().filter(c -> call == 0 || c.id() == call).findFirst();
        return pages.page(
                "collection/board",
                ui,
                new BoardPage(
                        shown.of(ui),
                        opened,
                        chosen,
                        chosen.map(board::of).orElse(List.of()),
                        chosen.map(c -> disputes.of(c.id()).size()).orElse(0)));
    }

    @GetMapping("/{language}/work/review/{id}")
    Html review(Ui ui, @PathVariable long id, @RequestParam(defaultValue = "1") int page) {
        return page(ui, id, page, Optional.empty());
    }

    private Html page(Ui ui, long id, int number, Optional<Problem> fault) {
        Seen seen = reviews.see(id);
        int all = Math.max(1, (seen.values().size() + PAGE - 1) / PAGE);
        int current = Math.clamp(number, 1, all);
        List<Value> values = seen.values().stream()
                .skip((long) (current - 1) * PAGE)
                .limit(PAGE)
                .toList();
        Html page = pages.page(
                "collection/review",
                ui,
                new ReviewPage(
                        shown.of(ui),
                        seen,
                        values,
                        current,
                        all,
                        attachments.of(id, seen.document().sent()),
                        fault));
        return fault.map(f -> page.withStatus(f.kind().status())).orElse(page);
    }

    @GetMapping("/{language}/work/review/{id}/values/{value}")
    Html history(Ui ui, @PathVariable long id, @PathVariable long value) {
        List<Value> rows = returns.history(value);
        if (rows.isEmpty()) {
            throw Problem.of(ml.taama.platform.problem.PlatformProblem.PAGE_NOT_FOUND);
        }
        return pages.page("collection/history", ui, new HistoryPage(shown.of(ui), reviews.see(id), rows));
    }

    /** Accepts the values named, or everything that nothing speaks against. */
    @PostMapping("/{language}/work/review/{id}/acceptance")
    View accept(
            Ui ui,
            @PathVariable long id,
            @RequestParam(defaultValue = "") List<Long> value,
            @RequestParam(defaultValue = "") String reason) {
        return act(ui, id, () -> {
            if (value.isEmpty()) {
                reviews.acceptSound(id);
            } else {
                reviews.accept(id, value, reason);
            }
        });
    }

    @PostMapping("/{language}/work/review/{id}/values/{value}/question")
    View question(
            Ui ui, @PathVariable long id, @PathVariable long value, @RequestParam(defaultValue = "") String text) {
        return act(ui, id, () -> reviews.question(value, text));
    }

    @PostMapping("/{language}/work/review/{id}/values/{value}/correction")
    View correct(
            Ui ui,
            @PathVariable long id,
            @PathVariable long value,
            @RequestParam(defaultValue = "") String typed,
            @RequestParam(defaultValue = "") String absence,
            @RequestParam(defaultValue = "") String reason) {
        return act(ui, id, () -> reviews.correct(value, typed.strip(), absence, reason));
    }

    @PostMapping("/{language}/work/review/{id}/values/{value}/withdrawal")
    View withdraw(
            Ui ui, @PathVariable long id, @PathVariable long value, @RequestParam(defaultValue = "") String reason) {
        return act(ui, id, () -> reviews.withdraw(value, reason));
    }

    private View act(Ui ui, long id, Runnable action) {
        try {
            action.run();
            return Redirect.within(ui, "/work/review/" + id);
        } catch (Problem problem) {
            return page(ui, id, 1, Optional.of(problem));
        }
    }

    @GetMapping("/{language}/work/calls/{call}/disputes")
    Html disputes(Ui ui, @PathVariable long call) {
        return disputes(ui, call, Optional.empty());
    }

    private Html disputes(Ui ui, long call, Optional<Problem> fault) {
        Html page = pages.page(
                "collection/disputes", ui, new DisputesPage(shown.of(ui), calls.must(call), disputes.of(call), fault));
        return fault.map(f -> page.withStatus(f.kind().status())).orElse(page);
    }

    @PostMapping("/{language}/work/calls/{call}/disputes")
    View choose(
            Ui ui,
            @PathVariable long call,
            @RequestParam(defaultValue = "0") long value,
            @RequestParam(defaultValue = "") String reason) {
        try {
            disputes.choose(call, value, reason);
            return Redirect.within(ui, "/work/calls/" + call + "/disputes");
        } catch (Problem problem) {
            return disputes(ui, call, Optional.of(problem));
        }
    }

    @PostMapping("/{language}/work/calls/{call}/disputes/{settlement}/undoing")
    View undo(Ui ui, @PathVariable long call, @PathVariable long settlement) {
        disputes.undo(call, settlement);
        return Redirect.within(ui, "/work/calls/" + call + "/disputes");
    }
}
