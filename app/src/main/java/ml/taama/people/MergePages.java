package ml.taama.people;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import ml.taama.accounts.Accounts;
import ml.taama.matching.Decision;
import ml.taama.matching.Decisions;
import ml.taama.matching.RecordView.Card;
import ml.taama.matching.Review;
import ml.taama.matching.Verdict;
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
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Files that became one person, and how that is undone; what was added meanwhile is assigned by hand. */
@Controller
@Needs({Permission.REVIEW_DUPLICATES, Permission.READ_PEOPLE})
public class MergePages {

    private static final Set<String> ASKED = Set.of("state", "page");

    /** All merges. */
    public record MergesPage(Listing<Merge> listing, Map<Long, Card> cards, Map<Long, String> accounts) {}

    /**
     * One merge.
     *
     * @param decision that made it, when the reader may see it
     * @param pair of the review, when the reader may undo
     * @param additions what was added while the files were one
     */
    public record MergePage(
            Merge merge,
            Map<Long, Card> cards,
            Map<Long, String> accounts,
            Optional<Decision> decision,
            Optional<Review> pair,
            List<Addition> additions,
            boolean assigns,
            Optional<Problem> fault) {

        /** Where the reader may open a file. */
        public Optional<String> path(long file) {
            return Optional.ofNullable(cards.get(file)).flatMap(Card::path);
        }

        /** Name and number of a file. */
        public String file(long file) {
            return Optional.ofNullable(cards.get(file))
                    .map(c -> c.title() + " · " + c.detail())
                    .orElse("—");
        }
    }

    private final Pages pages;
    private final Merges merges;
    private final MergeAdditions additions;
    private final PeopleCards cards;
    private final Decisions decisions;
    private final Accounts accounts;
    private final Clock clock;

    MergePages(
            Pages pages,
            Merges merges,
            MergeAdditions additions,
            PeopleCards cards,
            Decisions decisions,
            Accounts accounts,
            Clock clock) {
        this.pages = pages;
        this.merges = merges;
        this.additions = additions;
        this.cards = cards;
        this.decisions = decisions;
        this.accounts = accounts;
        this.clock = clock;
    }

    @GetMapping("/{language}/work/merges")
    Html list(Ui ui, @RequestParam Map<String, String> parameters) {
        Query query = Query.of("/work/merges", parameters, ASKED);
        String state = query.get("state");
        Listing<Merge> listing =
                Listing.of(query, merges.count(state), (offset, most) -> merges.list(state, offset, most));
        List<Long> files = listing.rows().stream()
                .flatMap(m -> Stream.of(m.one(), m.other()))
                .distinct()
                .toList();
        return pages.page("people/merge-list", ui, new MergesPage(listing, cards.cards(ui, files), accounts.names()));
    }

    @GetMapping("/{language}/work/merges/{id}")
    Html merge(Ui ui, @PathVariable long id) {
        return merge(ui, id, Optional.empty());
    }

    private Html merge(Ui ui, long id, Optional<Problem> fault) {
        Merge merge = merges.find(id).orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
        List<Addition> added =
                new ArrayList<>(additions.of(merge, merge.undoneAt().orElse(clock.instant())));
        added.sort(Comparator.comparing(Addition::at));
        Html page = pages.page(
                "people/merge",
                ui,
                new MergePage(
                        merge,
                        cards.cards(ui, List.of(merge.one(), merge.other())),
                        accounts.names(),
                        merge.decision().flatMap(decisions::find),
                        ui.visitor().actor().may(Permission.REVIEW_DUPLICATES)
                                ? decisions.pair(merge.one(), merge.other())
                                : Optional.empty(),
                        added,
                        !merge.holds() && ui.visitor().actor().maySomewhere(Permission.REGISTER_PEOPLE),
                        fault));
        return fault.map(f -> page.withStatus(f.kind().status())).orElse(page);
    }

    /** Undoing corrects the decision, and with it whatever follows from it. */
    @Needs(Permission.REVIEW_DUPLICATES)
    @PostMapping("/{language}/work/merges/{id}/undoing")
    View undo(
            Ui ui,
            @PathVariable long id,
            @RequestParam(defaultValue = "different") String verdict,
            @RequestParam(defaultValue = "") String reason) {
        Merge merge = merges.find(id).orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
        Review pair = decisions
                .pair(merge.one(), merge.other())
                .orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
        try {
            Verdict decided = verdict.equals(Verdict.UNSURE.word()) ? Verdict.UNSURE : Verdict.DIFFERENT;
            decisions.decide(pair.id(), decided, reason);
            return Redirect.within(ui, "/work/merges/" + id);
        } catch (Problem problem) {
            return merge(ui, id, Optional.of(problem));
        }
    }

    /** An agent who sees the person says that it is not one; the reviewers are told. */
    @PostMapping("/{language}/work/merges/{id}/doubt")
    View doubt(Ui ui, @PathVariable long id) {
        merges.doubt(id);
        return Redirect.within(ui, "/work/merges/" + id + "?doubted");
    }

    @Needs(Permission.REGISTER_PEOPLE)
    @PostMapping("/{language}/work/merges/{id}/assignment")
    View assign(
            Ui ui, @PathVariable long id, @RequestParam String kind, @RequestParam long item, @RequestParam long file) {
        Merge merge = merges.find(id).orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
        additions.assign(merge, kind, item, file);
        return Redirect.within(ui, "/work/merges/" + id);
    }
}
