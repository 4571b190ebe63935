package ml.taama.people;

import java.util.Comparator;
import java.util.List;
import ml.taama.platform.audit.AuditReader;
import ml.taama.platform.audit.AuditReader.Entry;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Actors;
import org.springframework.stereotype.Component;

/** What was done with the files of a person, and who read them: shown to who sees the person. */
@Component
class FileHistory {

    private static final Actor READER = Actor.system("people");

    private final AuditReader audit;

    FileHistory(AuditReader audit) {
        this.audit = audit;
    }

    /** Entries of all files of a person whom the reader was given, the latest first. */
    List<Entry> of(Person person) {
        return Actors.as(
                READER,
                () -> person.files().stream()
                        .flatMap(f -> audit.about("person", String.valueOf(f.id())).stream())
                        .sorted(Comparator.comparing(Entry::at)
                                .thenComparingLong(Entry::id)
                                .reversed())
                        .toList());
    }
}
