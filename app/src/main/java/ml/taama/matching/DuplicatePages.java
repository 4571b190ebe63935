package ml.taama.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import ml.taama.accounts.Accounts;
import ml.taama.linkage.ModelFile;
import ml.taama.matching.RecordView.Card;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Needs;
import ml.taama.platform.security.Permission;
import ml.taama.ui.Html;
import ml.taama.ui.Listing;
import ml.taama.ui.Pages;
import ml.taama.ui.Query;
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

/** Pairs that are perhaps of one person: the queue, a pair side by side, decisions. What is asked is personal: it is posted. */
@Controller
@Needs(Permission.REVIEW_DUPLICATES)
public class DuplicatePages {

    private static final int MOST = 50;

    /** The queue, or the pairs of who was asked for. */
    public record QueuePage(
            Listing<Review> listing,
            String question,
            Map<Long, Card> cards,
            Map<String, Long> counts,
            Agreement agreement,
            int reviewers,
            int least,
            Optional<Problem> fault) {

        /** States by which the list is filtered. */
        public List<String> states() {
            return ReviewQueue.STATES;
        }

        /** Degrees of likeness by which it is filtered. */
        public List<String> likely() {
            return ReviewQueue.LIKELY;
        }

        /** Pairs in a state. */
        public long count(String state) {
            return counts.getOrDefault(state, 0L);
        }
    }

    /**
     * A pair.
     *
     * @param prior weight before any comparison
     * @param decisions those that the reader may see
     * @param blind whether others decided, and the reader first decides alone
     * @param accounts names of reviewers
     */
    public record PairPage(
            Review review,
            Card one,
            Card other,
            double prior,
            List<Reason> reasons,
            List<Decision> decisions,
            boolean blind,
            Map<Long, String> accounts,
            Optional<Problem> fault) {

        /** The reason of a comparison, when the model has it. */
        public Optional<Reason> reason(String comparison) {
            return reasons.stream()
                    .filter(r -> r.comparison().equals(comparison))
                    .findFirst();
        }

        /** Comparisons of what is not shown: only how far it agrees. */
        public List<Reason> hidden() {
            List<String> shown =
                    one.fields().stream().map(RecordView.Field::comparison).toList();
            return reasons.stream().filter(r -> !shown.contains(r.comparison())).toList();
        }

        /** The largest weight, which fills half a bar. */
        public double largest() {
            return Math.max(
                    1,
                    Stream.concat(Stream.of(prior), reasons.stream().map(Reason::weight))
                            .mapToDouble(Math::abs)
                            .max()
                            .orElse(1));
        }
    }

    private final Pages pages;
    private final ReviewQueue queue;
    private final Decisions decisions;
    private final ReviewSettings settings;
    private final Models models;
    private final RecordView view;
    private final Accounts accounts;

    DuplicatePages(
            Pages pages,
            ReviewQueue queue,
            Decisions decisions,
            ReviewSettings settings,
            Models models,
            RecordView view,
            Accounts accounts) {
        this.pages = pages;
        this.queue = queue;
        this.decisions = decisions;
        this.settings = settings;
        this.models = models;
        this.view = view;
        this.accounts = accounts;
    }

    @Bean
    static WorkEntry duplicatesEntry() {
        return new WorkEntry(
                18,
                "duplicates.title",
                "/work/duplicates",
                "intersect",
                a -> a.may(Permission.REVIEW_DUPLICATES),
                List.of("/work/merges"));
    }

    @GetMapping("/{language}/work/duplicates")
    Html queue(Ui ui, @RequestParam Map<String, String> parameters) {
        return queue(ui, queue.list(Query.of("/work/duplicates", parameters, ReviewQueue.ASKED)), "", Optional.empty());
    }

    private Html queue(Ui ui, Listing<Review> listing, String question, Optional<Problem> fault) {
        List<Long> records = listing.rows().stream()
                .flatMap(r -> Stream.of(r.one(), r.other()))
                .distinct()
                .toList();
        Html page = pages.page(
                "matching/duplicates",
                ui,
                new QueuePage(
                        listing,
                        question,
                        view.cards(ui, records),
                        queue.counts(),
                        decisions.agreement(),
                        settings.reviewers(),
                        (int) Math.round(settings.least() * 100),
                        fault));
        return fault.map(f -> page.withStatus(f.kind().status())).orElse(page);
    }

    @PostMapping("/{language}/work/duplicates/search")
    Html search(Ui ui, @RequestParam(defaultValue = "") String q) {
        String question = q.strip().substring(0, Math.min(q.strip().length(), 200));
        List<Review> found = question.isEmpty() ? List.of() : queue.of(view.search(question, MOST));
        Query query = Query.of("/work/duplicates", Map.of(), ReviewQueue.ASKED);
        return queue(ui, new Listing<>(query, found.size(), 1, 1, found), question, Optional.empty());
    }

    @PostMapping("/{language}/work/duplicates/settings")
    View set(Ui ui, @RequestParam(defaultValue = "") String reviewers, @RequestParam(defaultValue = "") String least) {
        try {
            settings.set(
                    whole(ui, "duplicates.reviewers", reviewers, "1–2"),
                    whole(ui, "duplicates.least", least, "1–99") / 100.0);
            return Redirect.within(ui, "/work/duplicates");
        } catch (Problem problem) {
            Query query = Query.of("/work/duplicates", Map.of(), ReviewQueue.ASKED);
            return queue(ui, queue.list(query), "", Optional.of(problem));
        }
    }

    private static int whole(Ui ui, String key, String text, String expected) {
        if (!text.strip().matches("[1-9][0-9]?")) {
            throw Problem.of(PlatformProblem.ofField(text), ui.t(key), text, expected);
        }
        return Integer.parseInt(text.strip());
    }

    @GetMapping("/{language}/work/duplicates/{id}")
    Html pair(Ui ui, @PathVariable long id) {
        return pair(ui, id, Optional.empty());
    }

    private Html pair(Ui ui, long id, Optional<Problem> fault) {
        Review review = decisions.review(id).orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
        Map<Long, Card> cards = view.cards(ui, List.of(review.one(), review.other()));
        List<Decision> all = decisions.of(review.one(), review.other());
        long self = ui.visitor().actor().account();
        boolean blind = settings.reviewers() > 1
                && review.toDo()
                && !all.isEmpty()
                && all.stream().noneMatch(d -> d.by() == self);
        ml.taama.linkage.Model model = ModelFile.parse(models.json(review.model()));
        Card nobody = new Card("—", "", Optional.empty(), false, List.of());
        Html page = pages.page(
                "matching/pair",
                ui,
                new PairPage(
                        review,
                        cards.getOrDefault(review.one(), nobody),
                        cards.getOrDefault(review.other(), nobody),
                        Reasons.prior(model),
                        Reasons.of(model, review.weight(), review.pattern()),
                        blind ? List.of() : new ArrayList<>(all),
                        blind,
                        accounts.names(),
                        fault));
        return fault.map(f -> page.withStatus(f.kind().status())).orElse(page);
    }

    @PostMapping("/{language}/work/duplicates/{id}/decision")
    View decide(
            Ui ui,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String next) {
        try {
            Verdict decided = Verdict.of(verdict)
                    .orElseThrow(() -> Problem.of(
                            PlatformProblem.WRONG_FIELD,
                            ui.t("duplicate.verdict"),
                            verdict,
                            ui.t("duplicate.verdicts")));
            decisions.decide(id, decided, reason);
            String following = queue.next().stream()
                    .findFirst()
                    .filter(n -> !next.isEmpty())
                    .map(n -> "/" + n)
                    .orElse(next.isEmpty() ? "/" + id : "");
            return Redirect.within(ui, "/work/duplicates" + following);
        } catch (Problem problem) {
            return pair(ui, id, Optional.of(problem));
        }
    }
}
