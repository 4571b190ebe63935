package ml.taama.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import ml.taama.linkage.names.NameTables;
import ml.taama.linkage.names.NameTables.Equivalents;
import ml.taama.linkage.names.Unicode;

/** Under which words a name is found: each word in plain letters, and the key of its sound after a tilde. */
final class SearchWords {

    private static final String KEY = "~";
    private static final String LAST = "\uffff";

    private SearchWords() {}

    /** What the index keeps of names. */
    static List<String> of(List<PersonName> names, NameTables tables) {
        Set<String> words = new TreeSet<>();
        for (PersonName name : names) {
            for (String word : plain(name.full())) {
                words.add(word);
                words.add(KEY + tables.key(word));
            }
        }
        return List.copyOf(words);
    }

    static List<String> plain(String text) {
        return Arrays.stream(Unicode.plain(text).split("[^\\p{L}\\p{Nd}]+"))
                .filter(w -> !w.isEmpty())
                .toList();
    }

    /**
     * One word of a question: words of the index from one to another, or one of the others.
     *
     * @param from first word that begins like it
     * @param to first word after those
     * @param keys of its sound and of names used for it
     */
    record Asked(String from, String to, List<String> keys) {}

    static List<Asked> ask(String question, NameTables tables) {
        List<Asked> asked = new ArrayList<>();
        for (String word : plain(question)) {
            List<String> keys = new ArrayList<>();
            keys.add(KEY + tables.key(word));
            for (Equivalents equivalents : tables.equivalents()) {
                if (equivalents.names().contains(word)) {
                    equivalents.names().forEach(n -> keys.add(KEY + tables.key(n)));
                }
            }
            asked.add(new Asked(word, word + LAST, keys));
        }
        return asked;
    }
}
