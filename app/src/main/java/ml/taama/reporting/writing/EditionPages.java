package ml.taama.reporting.writing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import ml.taama.accounts.Accounts;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Needs;
import ml.taama.platform.security.Permission;
import ml.taama.reporting.Composition;
import ml.taama.reporting.Review;
import ml.taama.reporting.writing.Editions.Words;
import ml.taama.ui.Downloads;
import ml.taama.ui.Html;
import ml.taama.ui.Pages;
import ml.taama.ui.Redirect;
import ml.taama.ui.Ui;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Locks the report, shows what each edition changed, publishes. */
@Controller
@Needs(Permission.READ_REPORTS)
public class EditionPages {

    /** Licences under which a report can be published. */
    public static final List<String> LICENCES = List.of("CC BY 4.0", "CC BY-NC 4.0", "CC0 1.0");

    /**
     * Editions, and what speaks against locking another.
     *
     * @param unsigned sections that are assigned and not signed as they are
     * @param faults contradictions that nobody answered
     */
    public record EditionsPage(
            Review review,
            List<Edition> editions,
            long unsigned,
            long faults,
            Map<Long, String> names,
            boolean manages) {}

    /** A section that changed. */
    public record Change(String title, Difference difference) {}

    /** What an edition changed. */
    public record ChangesPage(Review review, Edition earlier, Edition later, List<Change> changes) {}

    private final Pages pages;
    private final Drafts drafts;
    private final Editions editions;
    private final Assignments assignments;
    private final Signatures signatures;
    private final Accounts accounts;

    EditionPages(
            Pages pages,
            Drafts drafts,
            Editions editions,
            Assignments assignments,
            Signatures signatures,
            Accounts accounts) {
        this.pages = pages;
        this.drafts = drafts;
        this.editions = editions;
        this.assignments = assignments;
        this.signatures = signatures;
        this.accounts = accounts;
    }

    @GetMapping("/{language}/work/reports/{cycle}/editions")
    Html editions(Ui ui, @PathVariable String cycle) {
        Map<Locale, Composition> compositions = drafts.now(cycle);
        Composition now = compositions.getOrDefault(
                ui.language(), compositions.values().iterator().next());
        return pages.page(
                "writing/editions",
                ui,
                new EditionsPage(
                        drafts.review(cycle),
                        editions.of(cycle),
                        unsigned(cycle, compositions),
                        now.findings().stream()
                                .filter(f -> f.fault() && f.answer().isEmpty())
                                .count(),
                        accounts.names(),
                        ui.visitor().actor().may(Permission.MANAGE_REPORTS)));
    }

    private long unsigned(String cycle, Map<Locale, Composition> compositions) {
        Map<String, String> fingerprints = Drafts.fingerprints(compositions);
        List<Signature> signed = signatures.of(cycle);
        return assignments.of(cycle).entrySet().stream()
                .flatMap(e -> e.getValue().stream()
                        .filter(o -> signed.stream()
                                .noneMatch(s -> s.section().equals(e.getKey())
                                        && s.organisation().equals(o)
                                        && (s.dissent() || s.holds(fingerprints.getOrDefault(e.getKey(), ""))))))
                .count();
    }

    @Needs(Permission.MANAGE_REPORTS)
    @PostMapping("/{language}/work/reports/{cycle}/editions")
    View lock(
            Ui ui,
            @PathVariable String cycle,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "false") boolean sure) {
        long open = unsigned(cycle, drafts.now(cycle));
        if (open > 0 && !sure) {
            throw Problem.of(WritingProblem.NOT_READY, open);
        }
        editions.lock(cycle, note);
        return Redirect.within(ui, "/work/reports/" + cycle + "/editions");
    }

    @Needs(Permission.MANAGE_REPORTS)
    @PostMapping("/{language}/work/reports/{cycle}/editions/{number}/publication")
    View publish(Ui ui, @PathVariable String cycle, @PathVariable int number, @RequestParam String licence) {
        if (!LICENCES.contains(licence)) {
            throw Problem.of(
                    PlatformProblem.WRONG_FIELD, ui.t("writing.licence"), licence, String.join(", ", LICENCES));
        }
        editions.publish(cycle, number, licence);
        return Redirect.within(ui, "/work/reports/" + cycle + "/editions");
    }

    @GetMapping("/{language}/work/reports/{cycle}/editions/{number}/files/{text}/{name}")
    ResponseEntity<byte[]> file(
            @PathVariable String cycle,
            @PathVariable int number,
            @PathVariable String text,
            @PathVariable String name) {
        Edition edition = editions.find(cycle, number);
        Edition.File file = edition.file(text, name);
        return Downloads.file(file.name(), file.mediaType(), editions.content(edition, text, name));
    }

    @GetMapping("/{language}/work/reports/{cycle}/editions/{number}/changes")
    Html changes(Ui ui, @PathVariable String cycle, @PathVariable int number) {
        Edition later = editions.find(cycle, number);
        Edition earlier = editions.find(cycle, number - 1);
        Map<String, Words> before = editions.words(earlier, ui.language().getLanguage());
        Map<String, Words> after = editions.words(later, ui.language().getLanguage());
        Set<String> sections = new LinkedHashSet<>(after.keySet());
        sections.addAll(before.keySet());
        List<Change> changes = new ArrayList<>();
        Words none = new Words("", "");
        for (String section : sections) {
            Words old = before.getOrDefault(section, none);
            Words young = after.getOrDefault(section, none);
            Difference difference = Difference.between(old.text(), young.text());
            if (!difference.none()) {
                changes.add(new Change(young.title().isEmpty() ? old.title() : young.title(), difference));
            }
        }
        return pages.page("writing/changes", ui, new ChangesPage(drafts.review(cycle), earlier, later, changes));
    }
}
