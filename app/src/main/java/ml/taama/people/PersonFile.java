package ml.taama.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One file: a person as one service registered it.
 *
 * @param head file that stands for all files of this person; itself when there is no other
 * @param organisation that registered it
 * @param state {@code open}, {@code locked}, {@code anonymised}
 * @param origin {@code counter}, {@code import}, {@code demonstration}
 */
public record PersonFile(
        long id,
        String number,
        long head,
        String organisation,
        String state,
        String origin,
        boolean invented,
        int version,
        Instant createdAt,
        long createdBy,
        LocalDate seenOn,
        PersonData data) {

    /** The name that lists show. */
    public String name() {
        return data.names().isEmpty() ? "—" : data.names().getFirst().full();
    }

    @Override
    public String toString() {
        return "PersonFile[" + id + "]";
    }

    static List<String> origins() {
        return List.of("counter", "import", "demonstration");
    }
}
