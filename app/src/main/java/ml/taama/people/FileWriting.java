package ml.taama.people;

import java.util.Set;
import ml.taama.people.FileAccess.Level;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Permission;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where somebody writes about a person: on the file of the own organisation, else on the one that stands for the person. */
@Component
class FileWriting {

    private final People people;
    private final FileAccess access;

    FileWriting(People people, FileAccess access) {
        this.people = people;
        this.access = access;
    }

    /**
     * Where and for whom is written.
     *
     * @param file on which it hangs
     * @param organisation that writes
     */
    record Desk(Person person, PersonFile file, String organisation) {}

    /**
     * The place to write about a person.
     *
     * @throws Problem when who asks may not see telephones and papers, may not write, or the person's file is locked
     */
    @Transactional(readOnly = true)
    Desk of(long file) {
        Desk desk = even(file);
        if (!desk.file().state().equals("open")) {
            throw Problem.of(PeopleProblem.LOCKED);
        }
        return desk;
    }

    /** The same, even when the file is locked: a person may ask something about the own data at any time. */
    @Transactional(readOnly = true)
    Desk even(long file) {
        Actor actor = Actors.current();
        Person person = people.find(file).orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
        if (access.level(file).filter(l -> l != Level.OPEN).isEmpty()) {
            throw Problem.of(PlatformProblem.PAGE_NOT_FOUND);
        }
        Set<String> own = actor.organisations(Permission.REGISTER_PEOPLE);
        if (own.isEmpty()) {
            actor.require(Permission.PROTECT_PEOPLE);
        }
        PersonFile written = person.files().stream()
                .filter(f -> own.contains(f.organisation()))
                .findFirst()
                .orElse(person.head());
        String organisation = own.contains(written.organisation()) || own.isEmpty()
                ? written.organisation()
                : own.iterator().next();
        return new Desk(person, written, organisation);
    }
}
