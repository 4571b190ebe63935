package ml.taama.linkage.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The same results as the functions of DuckDB, on which Splink computes. */
class DuckDbTest {

    private static String random(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            text.append((char) ('a' + random.nextInt(5)));
        }
        return text.toString();
    }

    private static String accented(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(10); i >= 0; i--) {
            text.append("aeoéèïkɔŋ".charAt(random.nextInt(9)));
        }
        return random.nextInt(20) == 0
                ? text.append(Character.toString(0x1F600)).toString()
                : text.toString();
    }

    /** DuckDB compares bytes of UTF-8, an accented letter being two. */
    @Test
    void agreesWithDuckDbOnAccentsByteForByte() throws SQLException {
        Random random = new Random(3);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                PreparedStatement query = connection.prepareStatement(
                        "SELECT jaro_similarity(a, b), jaro_winkler_similarity(a, b), levenshtein(a, b),"
                                + " damerau_levenshtein(a, b)"
                                + " FROM (SELECT CAST(? AS VARCHAR) AS a, CAST(? AS VARCHAR) AS b)")) {
            for (int i = 0; i < 2000; i++) {
                String a = i == 0 ? "Koné" : accented(random);
                String b = i == 0 ? "Kone" : accented(random);
                query.setString(1, a);
                query.setString(2, b);
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    int[] x = bytes(a);
                    int[] y = bytes(b);
                    assertThat(Similarity.jaro(x, y)).as("%s %s", a, b).isEqualTo(row.getDouble(1));
                    assertThat(Similarity.jaroWinkler(x, y)).isEqualTo(row.getDouble(2), within(1e-15));
                    assertThat(Similarity.levenshtein(x, y)).isEqualTo(row.getInt(3));
                    assertThat(Similarity.damerauLevenshtein(x, y)).isEqualTo(row.getInt(4));
                }
            }
        }
    }

    private static int[] bytes(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Latin.points(bytes, 0, bytes.length);
    }

    @Test
    void agreesWithDuckDb() throws SQLException {
        Random random = new Random(2);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                PreparedStatement query = connection.prepareStatement("SELECT jaro_similarity(a, b),"
                        + " jaro_winkler_similarity(a, b), levenshtein(a, b), damerau_levenshtein(a, b), jaccard(a, b)"
                        + " FROM (SELECT CAST(? AS VARCHAR) AS a, CAST(? AS VARCHAR) AS b)")) {
            for (int i = 0; i < 2000; i++) {
                String a = random(random);
                String b = random(random);
                query.setString(1, a);
                query.setString(2, b);
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    int[] x = SimilarityTest.points(a);
                    int[] y = SimilarityTest.points(b);
                    assertThat(Similarity.jaro(x, y)).as("%s %s", a, b).isEqualTo(row.getDouble(1));
                    assertThat(Similarity.jaroWinkler(x, y))
                            .as("%s %s", a, b)
                            .isEqualTo(row.getDouble(2), within(1e-15));
                    assertThat(Similarity.levenshtein(x, y)).isEqualTo(row.getInt(3));
                    assertThat(Similarity.damerauLevenshtein(x, y)).isEqualTo(row.getInt(4));
                    assertThat(Similarity.jaccard(x, y)).isEqualTo(row.getDouble(5), within(1e-12));
                }
            }
        }
    }
}
