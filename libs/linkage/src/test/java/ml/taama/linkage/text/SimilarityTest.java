package ml.taama.linkage.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published worked examples. */
class SimilarityTest {

    static int[] points(String text) {
        return text.codePoints().toArray();
    }

    /** Winkler, "Overview of Record Linkage and Current Research Directions", US Census Bureau 2006, table 6. */
    @ParameterizedTest
    @CsvSource({
        "SHACKLEFORD, SHACKELFORD, 0.970, 0.982",
        "DUNNINGHAM, CUNNIGHAM, 0.896, 0.896",
        "NICHLESON, NICHULSON, 0.926, 0.956",
        "JONES, JOHNSON, 0.790, 0.832",
        "MASSEY, MASSIE, 0.889, 0.933",
        "ABROMS, ABRAMS, 0.889, 0.922",
        "JERALDINE, GERALDINE, 0.926, 0.926",
        "MARHTA, MARTHA, 0.944, 0.961",
        "MICHELLE, MICHAEL, 0.869, 0.921",
        "JULIES, JULIUS, 0.889, 0.933",
        "TANYA, TONYA, 0.867, 0.880",
        "DWAYNE, DUANE, 0.822, 0.840",
        "SEAN, SUSAN, 0.783, 0.805",
        "JON, JOHN, 0.917, 0.933"
    })
    void agreesWithWinklersTable(String a, String b, double jaro, double winkler) {
        assertThat(Similarity.jaro(points(a), points(b))).isEqualTo(jaro, within(0.0006));
        assertThat(Similarity.jaroWinkler(points(a), points(b))).isEqualTo(winkler, within(0.0006));
    }

    /** As DuckDB computes, where the prefix counts above 0.7 only. */
    @ParameterizedTest
    @CsvSource({"abcdefgh, abzzzzzz, 0.5", "dixon, dicksonx, 0.8133", "mamadou, mahamadou, 0.9026"})
    void countsThePrefixAboveSevenTenths(String a, String b, double winkler) {
        assertThat(Similarity.jaroWinkler(points(a), points(b))).isEqualTo(winkler, within(0.00005));
    }

    /** Koné and Kone differ in one character, though in two bytes. */
    @Test
    void worksOnCharacters() {
        assertThat(Similarity.jaroWinkler(points("Koné"), points("Kone"))).isEqualTo(0.883, within(0.0005));
        assertThat(Similarity.levenshtein(points("Koné"), points("Kone"))).isOne();
    }

    /** Levenshtein 1966; Wagner and Fischer 1974; Lowrance and Wagner 1975. */
    @ParameterizedTest
    @CsvSource({
        "kitten, sitting, 3, 3",
        "saturday, sunday, 3, 3",
        "ca, abc, 3, 2",
        "'', abc, 3, 3",
        "abcd, acbd, 2, 1",
        "a cat, an act, 3, 2"
    })
    void countsEdits(String a, String b, int levenshtein, int damerau) {
        assertThat(Similarity.levenshtein(points(a), points(b))).isEqualTo(levenshtein);
        assertThat(Similarity.damerauLevenshtein(points(a), points(b))).isEqualTo(damerau);
    }

    @Test
    void sharesDistinctCharacters() {
        assertThat(Similarity.jaccard(points("night"), points("nacht"))).isEqualTo(3 / 7.0, within(1e-12));
    }

    @Test
    void emptyStringsAreAlike() {
        assertThat(Similarity.jaro(points(""), points(""))).isOne();
        assertThat(Similarity.jaro(points(""), points("a"))).isZero();
        assertThat(Similarity.jaccard(points(""), points(""))).isOne();
    }
}
