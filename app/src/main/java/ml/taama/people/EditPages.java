package ml.taama.people;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ml.taama.people.FileAccess.Level;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Needs;
import ml.taama.platform.security.Permission;
import ml.taama.ui.Html;
import ml.taama.ui.Pages;
import ml.taama.ui.Redirect;
import ml.taama.ui.Ui;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Changes a file. Of two people who change it at once, neither loses anything: what both changed is decided part by part. */
@Controller
@Needs({Permission.REGISTER_PEOPLE, Permission.PROTECT_PEOPLE})
public class EditPages {

    private static final String BEFORE = "was.";
    private static final String TAKEN = "take-";

    /**
     * A file that is being changed.
     *
     * @param before what it said when the form was made
     */
    public record EditPage(
            Shown shown,
            PersonFile file,
            PersonForm form,
            PersonForm before,
            Map<String, String> faults,
            Optional<Problem> fault) {}

    /**
     * What two people changed at once.
     *
     * @param form what is kept of both
     * @param conflicts parts to decide, with what each says
     */
    public record ConflictPage(
            Shown shown, PersonFile file, PersonForm form, PersonForm before, List<Conflict> conflicts) {}

    /** A part that two people changed otherwise. */
    public record Conflict(String part, List<String> theirs, List<String> mine) {}

    private final Pages pages;
    private final Shown.Maker shown;
    private final People people;
    private final FileAccess access;

    EditPages(Pages pages, Shown.Maker shown, People people, FileAccess access) {
        this.pages = pages;
        this.shown = shown;
        this.people = people;
        this.access = access;
    }

    @GetMapping("/{language}/work/people/{id:[0-9]+}/edit")
    Html form(Ui ui, @PathVariable long id) {
        Shown words = shown.of(ui);
        PersonFile file = file(id);
        PersonForm form = PersonForm.of(file.data(), words);
        return page(new EditPage(words, file, form, form, Map.of(), Optional.empty()));
    }

    private PersonFile file(long id) {
        if (access.level(id).filter(l -> l != Level.OPEN).isEmpty()) {
            throw Problem.of(PlatformProblem.PAGE_NOT_FOUND);
        }
        return people.find(id).stream()
                .flatMap(p -> p.files().stream())
                .filter(f -> f.id() == id)
                .findFirst()
                .orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
    }

    private Html page(EditPage model) {
        Html page = pages.page("people/edit", model.shown().ui(), model);
        int status = model.fault().map(f -> f.kind().status()).orElse(HttpServletResponse.SC_BAD_REQUEST);
        return model.fault().isPresent() || !model.faults().isEmpty() ? page.withStatus(status) : page;
    }

    /** Changes; or adds a row, shows what is wrong, shows what somebody else changed meanwhile. */
    @PostMapping("/{language}/work/people/{id:[0-9]+}/edit")
    View change(
            Ui ui,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String more) {
        Shown words = shown.of(ui);
        PersonFile now = file(id);
        PersonForm theirs = PersonForm.of(now.data(), words);
        PersonForm before = PersonForm.read(sent, BEFORE);
        PersonForm form = PersonForm.read(sent, "").with(taken(sent), theirs);
        if (PersonForm.PARTS.containsKey(more)) {
            return page(new EditPage(words, at(now, version), form.more(more, 1), before, Map.of(), Optional.empty()));
        }
        FormReading reading = FormReading.of(form, words);
        if (!reading.faults().isEmpty()) {
            return page(new EditPage(words, at(now, version), form, before, reading.faults(), Optional.empty()));
        }
        if (version != now.version()) {
            return meanwhile(words, now, before, form, theirs);
        }
        return save(words, now, before, form);
    }

    /** Parts for which the other's words are taken. */
    private static Set<String> taken(MultiValueMap<String, String> sent) {
        return Parts.all().stream()
                .filter(p -> "theirs".equals(sent.getFirst(TAKEN + p)))
                .collect(Collectors.toSet());
    }

    private View meanwhile(Shown words, PersonFile now, PersonForm before, PersonForm form, PersonForm theirs) {
        PersonForm both = Parts.together(before, form, theirs);
        Set<String> parts = Parts.conflicting(before, form, theirs);
        if (parts.isEmpty()) {
            return save(words, now, theirs, both);
        }
        PersonData mine = FormReading.of(form, words).data();
        List<Conflict> conflicts = Parts.all().stream()
                .filter(parts::contains)
                .map(p -> new Conflict(p, Parts.lines(words, p, now.data()), Parts.lines(words, p, mine)))
                .toList();
        return pages.page("people/conflict", words.ui(), new ConflictPage(words, now, both, theirs, conflicts))
                .withStatus(HttpServletResponse.SC_CONFLICT);
    }

    private View save(Shown words, PersonFile now, PersonForm before, PersonForm form) {
        try {
            people.change(now.id(), now.version(), FormReading.of(form, words).data());
            return Redirect.within(words.ui(), "/work/people/" + now.id());
        } catch (Problem problem) {
            return page(new EditPage(words, now, form, before, Map.of(), Optional.of(problem)));
        }
    }

    private static PersonFile at(PersonFile file, int version) {
        return new PersonFile(
                file.id(),
                file.number(),
                file.head(),
                file.organisation(),
                file.state(),
                file.origin(),
                file.invented(),
                version,
                file.createdAt(),
                file.createdBy(),
                file.seenOn(),
                file.data());
    }
}
