package ml.taama.linkage.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The fast comparators against the textbook, over random strings. */
class LatinTest {

    private static final long SEED = 1969;

    /** Pairs of strings of each test; more with {@code -Dtaama.linkage.rounds=100000000}. */
    private static final int ROUNDS = Integer.getInteger("taama.linkage.rounds", 1_000_000);

    private static byte[] random(Random random) {
        int alphabet = switch (random.nextInt(4)) {
            case 0 -> 2;
            case 1 -> 4;
            case 2 -> 12;
            default -> 200;
        };
        int length = random.nextInt(20) == 0 ? random.nextInt(Latin.LONGEST + 1) : random.nextInt(14);
        byte[] text = new byte[length];
        for (int i = 0; i < length; i++) {
            text[i] = (byte) ('0' + random.nextInt(alphabet));
        }
        return text;
    }

    /** Half of the pairs are a string and a string near it, as in real blocks. */
    private static byte[] near(byte[] text, Random random) {
        if (random.nextBoolean() || text.length < 2) {
            return random(random);
        }
        byte[] other = text.clone();
        for (int edits = random.nextInt(4); edits > 0; edits--) {
            int at = random.nextInt(other.length - 1);
            byte swapped = other[at];
            other[at] = random.nextBoolean() ? other[at + 1] : (byte) ('0' + random.nextInt(10));
            other[at + 1] = random.nextBoolean() ? swapped : other[at + 1];
        }
        return other;
    }

    @Test
    void agreesWithTheTextbook() {
        Random random = new Random(SEED);
        Latin latin = new Latin();
        for (int i = 0; i < ROUNDS; i++) {
            byte[] a = random(random);
            byte[] b = near(a, random);
            int[] x = Latin.points(a, 0, a.length);
            int[] y = Latin.points(b, 0, b.length);
            latin.set(a, 0, a.length);
            int levenshtein = Similarity.levenshtein(x, y);
            boolean same = latin.jaro(b, 0, b.length) == Similarity.jaro(x, y)
                    && latin.jaroWinkler(b, 0, b.length) == Similarity.jaroWinkler(x, y)
                    && latin.levenshtein(b, 0, b.length) == levenshtein;
            assertThat(same)
                    .as("%s %s", new String(a, StandardCharsets.ISO_8859_1), new String(b, StandardCharsets.ISO_8859_1))
                    .isTrue();
        }
    }

    @Test
    void damerauWithinAgreesWithTheTextbook() {
        Random random = new Random(SEED + 1);
        Latin latin = new Latin();
        for (int i = 0; i < ROUNDS / 10; i++) {
            byte[] a = random(random);
            byte[] b = near(a, random);
            int distance = Similarity.damerauLevenshtein(Latin.points(a, 0, a.length), Latin.points(b, 0, b.length));
            latin.set(a, 0, a.length);
            for (int most = 0; most < 5; most++) {
                assertThat(latin.damerauWithin(b, 0, b.length, most)).isEqualTo(distance <= most);
            }
        }
    }

    @Test
    void boundsNeverErrOnTheWrongSide() {
        Random random = new Random(SEED + 2);
        for (int i = 0; i < ROUNDS; i++) {
            byte[] a = random(random);
            byte[] b = near(a, random);
            if (a.length == 0 || b.length == 0) {
                continue;
            }
            int[] x = Latin.points(a, 0, a.length);
            int[] y = Latin.points(b, 0, b.length);
            Signature signature = i % 2 == 0 ? Signature.LETTERS : Signature.DIGITS;
            long p = signature.of(a, 0, a.length);
            long q = signature.of(b, 0, b.length);
            int prefix = 0;
            while (prefix < Math.min(4, Math.min(a.length, b.length)) && a[prefix] == b[prefix]) {
                prefix++;
            }
            double jaro = Signature.mostJaro(p, a.length, q, b.length);
            boolean sound = jaro >= Similarity.jaro(x, y)
                    && Signature.mostJaroWinkler(jaro, prefix) >= Similarity.jaroWinkler(x, y)
                    && Signature.leastDistance(p, q) <= Similarity.levenshtein(x, y);
            assertThat(sound)
                    .as("%s %s", new String(a, StandardCharsets.ISO_8859_1), new String(b, StandardCharsets.ISO_8859_1))
                    .isTrue();
        }
    }

    @Test
    void noTranspositionBeatsTheBound() {
        Random random = new Random(SEED + 3);
        for (int i = 0; i < ROUNDS / 10; i++) {
            byte[] a = random(random);
            byte[] b = near(a, random);
            long p = Signature.LETTERS.of(a, 0, a.length);
            long q = Signature.LETTERS.of(b, 0, b.length);
            assertThat(Signature.leastDistance(p, q))
                    .isLessThanOrEqualTo(
                            Similarity.damerauLevenshtein(Latin.points(a, 0, a.length), Latin.points(b, 0, b.length)));
        }
    }
}
