package ml.taama.collection.forms;

import java.util.Optional;

/**
 * An answer as it was written, wherever that was: in a table of the site, in a spreadsheet, in a version that was sent.
 *
 * @param where it stands, for who wrote it: {@code Données!G12}, or empty on a page
 * @param question number of the question; 0 when it could not be told
 * @param period as written
 * @param place code, or empty for the whole country
 * @param typed what was written as its value
 * @param unit as written, where the form has a column for it
 * @param absence code of the reason why there is no value, or empty
 * @param source where the organisation has it from
 * @param explanation of a value that looks odd
 */
public record Entry(
        String where,
        long question,
        String period,
        String place,
        Cell cell,
        String typed,
        Optional<String> unit,
        String absence,
        String source,
        String method,
        String explanation) {

    /** Whether nothing was answered. */
    public boolean blank() {
        return typed.isBlank() && absence.isEmpty();
    }

    /** What the answer is about: two entries with the same key say something of the same thing. */
    public Key key() {
        return new Key(question, period, place, cell);
    }

    /** A question for a period, a place and a cell. */
    public record Key(long question, String period, String place, Cell cell) {}
}
