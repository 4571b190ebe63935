package ml.taama.reporting.writing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import ml.taama.organisations.Organisation;
import ml.taama.organisations.Organisations;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Needs;
import ml.taama.platform.security.Permission;
import ml.taama.platform.time.Period;
import ml.taama.reference.Packs;
import ml.taama.reporting.Composition;
import ml.taama.reporting.Finding;
import ml.taama.reporting.Review;
import ml.taama.reporting.Review.Section;
import ml.taama.reporting.Review.Statement;
import ml.taama.reporting.Reviews;
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

/** The reviews and, for each, who writes what, what is open, what is signed, what became of what was announced. */
@Controller
@Needs(Permission.READ_REPORTS)
public class BoardPages {

    /** All reviews, and whether a new one can be opened. */
    public record ReviewsPage(List<Review> reviews, List<Locale> languages, boolean manages, Optional<Problem> fault) {}

    /** A section on the board. */
    public record Line(
            Section section,
            int level,
            Set<String> assigned,
            long remarks,
            long faults,
            List<Signature> signatures,
            String fingerprint) {

        /** Whether an organisation has signed, or said why not. */
        public boolean signedBy(String organisation) {
            return signatures.stream().anyMatch(s -> s.organisation().equals(organisation));
        }
    }

    /**
     * The board of a review.
     *
     * @param organisations names by code
     * @param signing organisations for which the reader may sign
     */
    public record BoardPage(
            Review review,
            List<Locale> languages,
            List<Line> lines,
            Map<String, Organisation> organisations,
            Set<String> contributors,
            Set<String> signing,
            boolean manages) {

        /** Name of an organisation. */
        public String name(Ui ui, String code) {
            Organisation organisation = organisations.get(code);
            return organisation == null ? code : ui.text(organisation.name().name());
        }
    }

    /** What does not hold, with the reasons given. */
    public record AnswersPage(Review review, List<Finding> findings, List<Locale> languages, boolean writes) {}

    /** What the review before announced, and what became of it. */
    public record PromisesPage(
            Review review,
            Optional<Review> before,
            List<Statement> promises,
            Map<String, Cycles.Outcome> outcomes,
            boolean manages) {

        /** The outcome said, or an empty text. */
        public String outcome(Statement statement) {
            Cycles.Outcome outcome = outcomes.get(statement.code());
            return outcome == null ? "" : outcome.outcome();
        }

        /** What was said about it, or an empty text. */
        public String text(Statement statement) {
            Cycles.Outcome outcome = outcomes.get(statement.code());
            return outcome == null ? "" : outcome.text();
        }
    }

    private final Pages pages;
    private final Reviews reviews;
    private final Drafts drafts;
    private final Cycles cycles;
    private final Comments comments;
    private final Assignments assignments;
    private final Signatures signatures;
    private final Organisations organisations;
    private final Packs packs;

    BoardPages(
            Pages pages,
            Reviews reviews,
            Drafts drafts,
            Cycles cycles,
            Comments comments,
            Assignments assignments,
            Signatures signatures,
            Organisations organisations,
            Packs packs) {
        this.pages = pages;
        this.reviews = reviews;
        this.drafts = drafts;
        this.cycles = cycles;
        this.comments = comments;
        this.assignments = assignments;
        this.signatures = signatures;
        this.organisations = organisations;
        this.packs = packs;
    }

    @Bean
    static WorkEntry reportsWorkEntry() {
        return new WorkEntry(
                40,
                "writing.title",
                "/work/reports",
                "pencil-square",
                actor -> actor.maySomewhere(Permission.READ_REPORTS));
    }

    @GetMapping("/{language}/work/reports")
    Html reviews(Ui ui) {
        return list(ui, Optional.empty());
    }

    private Html list(Ui ui, Optional<Problem> fault) {
        ReviewsPage page = new ReviewsPage(reviews.all(), packs.languages(), manages(ui), fault);
        Html html = pages.page("writing/reviews", ui, page);
        return fault.map(f -> html.withStatus(f.kind().status())).orElse(html);
    }

    private static boolean manages(Ui ui) {
        return ui.visitor().actor().may(Permission.MANAGE_REPORTS);
    }

    @Needs(Permission.MANAGE_REPORTS)
    @PostMapping("/{language}/work/reports")
    View open(Ui ui, @RequestParam Map<String, String> form) {
        try {
            String code = field(ui, form, "code", "[A-Za-z0-9-]{2,20}", "2024-2026");
            Period period = Period.tryParse(form.getOrDefault("period", "").strip())
                    .filter(Period::dated)
                    .orElseThrow(() -> wrong(ui, form, "period", "2024/2026"));
            Map<Locale, String> titles = new LinkedHashMap<>();
            for (Locale language : packs.languages()) {
                titles.put(language, field(ui, form, "title_" + language, ".{3,200}", "…"));
            }
            Review last = reviews.all().getFirst();
            cycles.open(last, code, titles, period, day(ui, form));
            return Redirect.within(ui, "/work/reports/" + code);
        } catch (Problem problem) {
            return list(ui, Optional.of(problem));
        }
    }

    private static LocalDate day(Ui ui, Map<String, String> form) {
        try {
            return LocalDate.parse(form.getOrDefault("date", ""));
        } catch (DateTimeException e) {
            throw wrong(ui, form, "date", "2026-12-31");
        }
    }

    private static String field(Ui ui, Map<String, String> form, String name, String shape, String example) {
        String value = form.getOrDefault(name, "").strip();
        if (!value.matches(shape)) {
            throw wrong(ui, form, name, example);
        }
        return value;
    }

    private static Problem wrong(Ui ui, Map<String, String> form, String name, String example) {
        String label = ui.t("writing.cycle." + name.replaceFirst("_.*", ""));
        return Problem.of(PlatformProblem.WRONG_FIELD, label, form.getOrDefault(name, ""), example);
    }

    @GetMapping("/{language}/work/reports/{cycle}")
    Html board(Ui ui, @PathVariable String cycle) {
        Review review = drafts.review(cycle);
        Map<Locale, Composition> compositions = drafts.now(cycle);
        Composition now = compositions.getOrDefault(
                ui.language(), compositions.values().iterator().next());
        Map<String, String> fingerprints = Drafts.fingerprints(compositions);
        Map<String, Set<String>> assigned = assignments.of(cycle);
        Map<String, Long> remarks = comments.open(cycle);
        List<Signature> signed = signatures.of(cycle);
        List<Line> lines = new ArrayList<>();
        for (Section section : review.sections()) {
            if (section.kind().name().endsWith("ANNEX")) {
                continue;
            }
            lines.add(new Line(
                    section,
                    level(review, section),
                    assigned.getOrDefault(section.code(), Set.of()),
                    remarks.getOrDefault(section.code(), 0L),
                    now.findings().stream()
                            .filter(f -> f.section().equals(section.code())
                                    && f.answer().isEmpty())
                            .count(),
                    signed.stream()
                            .filter(s -> s.section().equals(section.code()))
                            .toList(),
                    fingerprints.getOrDefault(section.code(), "")));
        }
        Actor actor = ui.visitor().actor();
        BoardPage page = new BoardPage(
                review,
                packs.languages(),
                lines,
                organisations.all(),
                contributors(review),
                actor.organisations(Permission.SIGN_REPORTS),
                manages(ui));
        return pages.page("writing/board", ui, page);
    }

    private static int level(Review review, Section section) {
        int level = 0;
        Optional<Section> at = section.parent().flatMap(review::section);
        while (at.isPresent()) {
            level++;
            at = at.get().parent().flatMap(review::section);
        }
        return level;
    }

    private static Set<String> contributors(Review review) {
        Set<String> all = new TreeSet<>();
        all.add(review.coordinator());
        review.contributions().forEach(c -> all.add(c.organisation()));
        return all;
    }

    @Needs(Permission.MANAGE_REPORTS)
    @PostMapping("/{language}/work/reports/{cycle}/sections/{section}/assignment")
    View assign(
            Ui ui,
            @PathVariable String cycle,
            @PathVariable String section,
            @RequestParam(defaultValue = "") List<String> organisation) {
        if (drafts.review(cycle).section(section).isEmpty()) {
            throw Problem.of(PlatformProblem.PAGE_NOT_FOUND);
        }
        assignments.set(
                cycle, section, organisation.stream().filter(o -> !o.isBlank()).toList());
        return Redirect.within(ui, "/work/reports/" + cycle + "#" + section);
    }

    @Needs(Permission.SIGN_REPORTS)
    @PostMapping("/{language}/work/reports/{cycle}/sections/{section}/signature")
    View sign(
            Ui ui,
            @PathVariable String cycle,
            @PathVariable String section,
            @RequestParam String organisation,
            @RequestParam String fingerprint,
            @RequestParam String stance,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "false") boolean printed) {
        if (stance.equals("withdraw")) {
            signatures.withdraw(cycle, section, organisation);
        } else {
            String now = Drafts.fingerprints(drafts.now(cycle)).getOrDefault(section, "");
            signatures.sign(cycle, section, organisation, fingerprint, now, stance.equals("dissent"), text, printed);
        }
        return Redirect.within(ui, "/work/reports/" + cycle + "#" + section);
    }

    @GetMapping("/{language}/work/reports/{cycle}/contradictions")
    Html contradictions(Ui ui, @PathVariable String cycle) {
        Review review = drafts.review(cycle);
        boolean writes = ui.visitor().actor().may(Permission.WRITE_REPORTS) && review.state() == Review.State.OPEN;
        return pages.page(
                "writing/contradictions",
                ui,
                new AnswersPage(review, drafts.seen(cycle, ui.language()).findings(), packs.languages(), writes));
    }

    @Needs(Permission.WRITE_REPORTS)
    @PostMapping("/{language}/work/reports/{cycle}/contradictions")
    View answer(
            Ui ui,
            @PathVariable String cycle,
            @RequestParam String id,
            @RequestParam Map<String, String> form,
            @RequestParam(defaultValue = "false") boolean printed) {
        Map<String, String> reason = new LinkedHashMap<>();
        for (Locale language : packs.languages()) {
            String text = form.getOrDefault("reason_" + language, "").strip();
            if (!text.isEmpty()) {
                reason.put(language.getLanguage(), text);
            }
        }
        cycles.answerContradiction(cycle, id, reason, printed);
        return Redirect.within(ui, "/work/reports/" + cycle + "/contradictions");
    }

    @GetMapping("/{language}/work/reports/{cycle}/promises")
    Html promises(Ui ui, @PathVariable String cycle) {
        Optional<Review> before = cycles.before(cycle).flatMap(reviews::find);
        return pages.page(
                "writing/promises",
                ui,
                new PromisesPage(
                        drafts.review(cycle),
                        before,
                        before.map(Cycles::promises).orElse(List.of()),
                        cycles.outcomes(cycle),
                        manages(ui)));
    }

    @Needs(Permission.MANAGE_REPORTS)
    @PostMapping("/{language}/work/reports/{cycle}/promises")
    View outcome(
            Ui ui,
            @PathVariable String cycle,
            @RequestParam String statement,
            @RequestParam String outcome,
            @RequestParam(defaultValue = "") String text) {
        cycles.answer(cycle, statement, outcome, text);
        return Redirect.within(ui, "/work/reports/" + cycle + "/promises#" + statement);
    }
}
