package ml.taama.documents;

import java.util.List;
import java.util.Locale;

/** A run of text within a block. */
public sealed interface Inline {

    /** Plain text. */
    record Text(String text) implements Inline {}

    /** Text of strong importance. */
    record Strong(List<Inline> children) implements Inline {}

    /** Stressed text. */
    record Emphasis(List<Inline> children) implements Inline {}

    /** A link to a place in the report ({@code #id}) or to an address. */
    record Link(String href, List<Inline> children) implements Inline {}

    /** Text in another language than the report, because no translation exists. */
    record Foreign(Locale language, List<Inline> children) implements Inline {}

    /** A short state beside a text, for example "planned". */
    record Tag(String text) implements Inline {}

    /**
     * A figure bound to its source.
     *
     * @param id unique in the report, an XML name
     * @param text value, unit and period as printed
     * @param note number of the note that gives the source
     */
    record Figure(String id, String text, int note, Card card) implements Inline {}

    /** A reference to a note. */
    record NoteMark(int note) implements Inline {}

    /** Plain text as a list of one run. */
    static List<Inline> text(String text) {
        return List.of(new Text(text));
    }

    /** The characters of some runs, without marks; a tag stands apart from the word before it. */
    static String plain(List<Inline> runs) {
        StringBuilder out = new StringBuilder();
        runs.forEach(run -> out.append(
                switch (run) {
                    case Text t -> t.text();
                    case Strong s -> plain(s.children());
                    case Emphasis e -> plain(e.children());
                    case Link l -> plain(l.children());
                    case Foreign f -> plain(f.children());
                    case Tag t -> " " + t.text();
                    case Figure f -> f.text();
                    case NoteMark ignored -> "";
                }));
        return out.toString();
    }
}
