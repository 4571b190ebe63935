package ml.taama.linkage.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
