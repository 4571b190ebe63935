package ml.taama.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Collectors;
import ml.taama.linkage.Model.Text;
import ml.taama.linkage.text.Similarity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A run, with its bounds, early exits, bit-parallel comparators and remembered results, reaches the levels that the
 * textbook definitions give, on every pair of random strings: one letter, longer than a machine word, letters of several
 * scripts, surrogate pairs. More strings with {@code -Dtaama.linkage.strings=20000}.
 */
class ComparatorsPropertyTest {

    private static final int STRINGS = Integer.getInteger("taama.linkage.strings", 450);
    private static final List<String> ALPHABETS =
            List.of("ab", "aeiouklmnst", "aàâeéèëiïoôuùûçñ", "0123456789-", "محمدعليفاطمة", "ߊߋߌߍߎߏߒߓ", "ɛɔŋɲ😀😁𝒜𝒷");

    private record Compared(Measure measure, ToDoubleBiFunction<int[], int[]> textbook, List<Double> thresholds) {

        Level[] levels() {
            List<Level> levels = new ArrayList<>(List.of(Level.of("no value", Condition.none("s"))));
            for (double threshold : thresholds) {
                levels.add(Level.of("" + threshold, Condition.similar(measure, "s", threshold)));
            }
            levels.add(Level.of("other", Condition.otherwise()));
            return levels.toArray(Level[]::new);
        }

        int gamma(int[] a, int[] b) {
            double value = textbook.applyAsDouble(a, b);
            for (int i = 0; i < thresholds.size(); i++) {
                if (measure.similarity() ? value >= thresholds.get(i) : value <= thresholds.get(i)) {
                    return thresholds.size() - i;
                }
            }
            return 0;
        }
    }

    private static final List<Compared> ALL = List.of(
            new Compared(Measure.JARO_WINKLER, Similarity::jaroWinkler, List.of(1.0, 0.92, 0.8, 0.7, 0.55)),
            new Compared(Measure.JARO, Similarity::jaro, List.of(0.95, 0.85, 0.6)),
            new Compared(Measure.LEVENSHTEIN, Similarity::levenshtein, List.of(0.0, 1.0, 2.0, 5.0)),
            new Compared(Measure.DAMERAU_LEVENSHTEIN, Similarity::damerauLevenshtein, List.of(0.0, 1.0, 3.0)));

    private static String random(Random random, List<String> earlier) {
        String alphabet = ALPHABETS.get(random.nextInt(ALPHABETS.size()));
        int[] letters = alphabet.codePoints().toArray();
        if (!earlier.isEmpty() && random.nextBoolean()) {
            return near(earlier.get(random.nextInt(earlier.size())), letters, random);
        }
        int length = random.nextInt(12) == 0 ? 40 + random.nextInt(60) : 1 + random.nextInt(12);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        return text.toString();
    }

    private static String near(String text, int[] letters, Random random) {
        StringBuilder near = new StringBuilder(text);
        for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
            int points = near.codePointCount(0, near.length());
            int from = near.offsetByCodePoints(0, random.nextInt(points));
            int to = near.offsetByCodePoints(from, 1);
            String letter = Character.toString(letters[random.nextInt(letters.length)]);
            String old = near.substring(from, to);
            switch (random.nextInt(4)) {
                case 0 -> near.insert(from, letter);
                case 1 -> near.replace(from, to, letter);
                case 2 -> near.delete(from, to).append(old);
                default -> near.replace(from, to, points > 1 ? "" : letter);
            }
        }
        return near.toString();
    }

    private static int[] units(String text, Text how) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int[] units = new int[bytes.length];
        Arrays.setAll(units, i -> bytes[i] & 0xff);
        return how == Text.BYTES ? units : text.codePoints().toArray();
    }

    @ParameterizedTest
    @CsvSource({"CHARACTERS, 1", "BYTES, 2"})
    void everyPairReachesTheLevelOfTheTextbook(Text how, long seed) {
        Random random = new Random(seed);
        List<String> strings = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        StringBuilder csv = new StringBuilder("unique_id,all,s\n");
        while (strings.size() < STRINGS) {
            String text = random(random, strings);
            if (seen.add(text)) {
                csv.append(strings.size()).append(",x,").append(text).append('\n');
                strings.add(text);
            }
        }
        Model.Builder builder = Model.builder()
                .text(how)
                .cap(STRINGS)
                .field("all", "all")
                .field("s", "s")
                .block("all");
        ALL.forEach(one -> builder.compare(one.measure().name().toLowerCase(Locale.ROOT), one.levels()));
        Model model = builder.build();
        Linker linker = new Linker(model, List.of(Tables.csv("s.csv", csv.toString())), Tables.settings(2));
        int[][] units = strings.stream().map(s -> units(s, how)).toArray(int[][]::new);
        Linked linked = linker.link(model, 0, pairs -> {
            for (Pair pair : pairs) {
                int[] a = units[Integer.parseInt(linker.id(pair.left()))];
                int[] b = units[Integer.parseInt(linker.id(pair.right()))];
                String expected =
                        ALL.stream().map(one -> String.valueOf(one.gamma(a, b))).collect(Collectors.joining("|"));
                if (!pair.pattern().equals(expected)) {
                    throw new AssertionError(linker.value("s", pair.left()) + " and " + linker.value("s", pair.right())
                            + ": " + pair.pattern() + " is not " + expected);
                }
            }
            return () -> {};
        });
        assertThat(linked.candidates()).isEqualTo((long) STRINGS * (STRINGS - 1) / 2);
        assertThat(linked.patterns()).isGreaterThan(30);
    }
}
