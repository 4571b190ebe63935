package ml.taama.people;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Needs;
import ml.taama.platform.security.Permission;
import ml.taama.ui.Redirect;
import ml.taama.ui.Ui;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/** What hangs on a file: consents, papers, notes, relations, the photograph. */
@Controller
@Needs({Permission.REGISTER_PEOPLE, Permission.PROTECT_PEOPLE})
public class KeptPages {

    private final PersonPages person;
    private final FileWriting writing;
    private final Consents consents;
    private final Papers papers;
    private final PersonNotes notes;
    private final Relations relations;
    private final Photographs photographs;
    private final Shown.Maker shown;
    private final Clock clock;

    KeptPages(
            PersonPages person,
            FileWriting writing,
            Consents consents,
            Papers papers,
            PersonNotes notes,
            Relations relations,
            Photographs photographs,
            Shown.Maker shown,
            Clock clock) {
        this.person = person;
        this.writing = writing;
        this.consents = consents;
        this.papers = papers;
        this.notes = notes;
        this.relations = relations;
        this.photographs = photographs;
        this.shown = shown;
        this.clock = clock;
    }

    @PostMapping("/{language}/work/people/{id:[0-9]+}/consents")
    View consent(Ui ui, @PathVariable long id, @RequestParam Map<String, String> sent) {
        return done(ui, id, "consent", sent, () -> {
            String purpose = sent.getOrDefault("purpose", "");
            String basis = sent.getOrDefault("basis", "consent");
            String form = sent.getOrDefault("form-of", "");
            String recipient = sent.getOrDefault("recipient", "");
            boolean known = Consents.PURPOSES.contains(purpose)
                    && Consents.BASES.contains(basis)
                    && (!basis.equals("consent") || Consents.FORMS.contains(form))
                    && (!purpose.equals("referral")
                            || shown.of(ui).organisations().containsKey(recipient));
            LocalDate given = day(ui, "people.consent.on", sent.getOrDefault("given-on", ""))
                    .orElse(LocalDate.now(clock));
            if (!known || given.isAfter(LocalDate.now(clock))) {
                throw Problem.of(PeopleProblem.WRONG_CONSENT);
            }
            FileWriting.Desk desk = writing.of(id);
            consents.give(
                    desk.file().id(),
                    desk.organisation(),
                    purpose,
                    purpose.equals("referral") ? Optional.of(recipient) : Optional.empty(),
                    basis,
                    form,
                    given,
                    World.readLanguage(sent.getOrDefault("consent-language", ""), ui.language()),
                    sent.getOrDefault("witness", ""));
        });
    }

    private static Optional<LocalDate> day(Ui ui, String key, String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException e) {
            throw Problem.of(PlatformProblem.WRONG_FIELD, ui.t(key), text, "2026-12-31")
                    .causedBy(e);
        }
    }

    @PostMapping("/{language}/work/people/{id:[0-9]+}/consents/{consent:[0-9]+}/withdrawal")
    View withdraw(Ui ui, @PathVariable long id, @PathVariable long consent) {
        return done(ui, id, "", Map.of(), () -> {
            writing.of(id);
            consents.withdraw(id, consent, LocalDate.now(clock));
        });
    }

    @PostMapping("/{language}/work/people/{id:[0-9]+}/papers")
    View paper(Ui ui, @PathVariable long id, @RequestParam Map<String, String> sent) {
        return done(
                ui,
                id,
                "paper",
                sent,
                () -> papers.add(
                        id,
                        sent.getOrDefault("paper", ""),
                        World.readCountry(sent.getOrDefault("paper-country", ""), ui.language()),
                        sent.getOrDefault("paper-number", ""),
                        day(ui, "people.paper.valid-to", sent.getOrDefault("valid-to", ""))));
    }

    @PostMapping("/{language}/work/people/{id:[0-9]+}/papers/{paper:[0-9]+}/verification")
    View verify(
            Ui ui,
            @PathVariable long id,
            @PathVariable long paper,
            @RequestParam(defaultValue = "true") boolean verified) {
        return done(ui, id, "", Map.of(), () -> papers.verify(id, paper, verified));
    }

    @PostMapping("/{language}/work/people/{id:[0-9]+}/papers/{paper:[0-9]+}/removal")
    View removePaper(Ui ui, @PathVariable long id, @PathVariable long paper) {
        return done(ui, id, "", Map.of(), () -> papers.remove(id, paper));
    }

    @PostMapping("/{language}/work/people/{id:[0-9]+}/notes")
    View note(Ui ui, @PathVariable long id, @RequestParam Map<String, String> sent) {
        return done(
                ui,
                id,
                "note",
                sent,
                () -> notes.add(id, sent.getOrDefault("note-kind", ""), sent.getOrDefault("text", "")));
    }

    @PostMapping("/{language}/work/people/{id:[0-9]+}/notes/{note:[0-9]+}/removal")
    View removeNote(Ui ui, @PathVariable long id, @PathVariable long note) {
        return done(ui, id, "", Map.of(), () -> notes.remove(id, note));
    }

    @PostMapping("/{language}/work/people/{id:[0-9]+}/relations")
    View relate(Ui ui, @PathVariable long id, @RequestParam Map<String, String> sent) {
        return done(
                ui,
                id,
                "relation",
                sent,
                () -> relations.add(id, sent.getOrDefault("relation", ""), sent.getOrDefault("other-number", "")));
    }

    @PostMapping("/{language}/work/people/{id:[0-9]+}/relations/{relation:[0-9]+}/removal")
    View removeRelation(Ui ui, @PathVariable long id, @PathVariable long relation) {
        return done(ui, id, "", Map.of(), () -> relations.remove(id, relation));
    }

    @PostMapping("/{language}/work/people/{id:[0-9]+}/photograph")
    View photograph(Ui ui, @PathVariable long id, @RequestParam MultipartFile file) throws IOException {
        byte[] content = file.getBytes();
        return done(ui, id, "photograph", Map.of(), () -> photographs.put(id, content));
    }

    @PostMapping("/{language}/work/people/{id:[0-9]+}/photograph/removal")
    View removePhotograph(Ui ui, @PathVariable long id) {
        return done(ui, id, "", Map.of(), () -> photographs.remove(id));
    }

    @Needs({Permission.READ_PEOPLE, Permission.PROTECT_PEOPLE})
    @GetMapping("/{language}/work/people/{id:[0-9]+}/photograph.jpg")
    ResponseEntity<byte[]> photograph(@PathVariable long id) {
        byte[] picture = photographs.of(id).orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
        return ResponseEntity.ok()
                .header("Cache-Control", "no-store")
                .contentType(MediaType.IMAGE_JPEG)
                .body(picture);
    }

    private View done(Ui ui, long id, String form, Map<String, String> sent, Runnable work) {
        try {
            work.run();
            return Redirect.within(ui, "/work/people/" + id);
        } catch (Problem problem) {
            Map<String, String> typed = new HashMap<>(sent);
            typed.put("form", form);
            return person.page(ui, id, typed, problem);
        }
    }
}
