package ml.taama.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineBreakerTest {

    private static final long SEED = 1446;

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
                    l’État malien              => l’État |malien
                    10\u202f000\u00a0personnes => 10\u202f000\u00a0personnes
                    sous-préfet                => sous-|préfet
                    2019–2021                  => 2019–2021
                    COVID-19                   => COVID-19
                    example.org/a/b            => example.org/|a/|b
                    a  b                       => a  |b
                    Quoi\u202f?                => Quoi\u202f?
                    """)
    void breaksWhereAReaderWould(String text, String pieces) {
        assertThat(String.join("|", pieces(text))).isEqualTo(pieces);
    }

    @Test
    void piecesMakeTheTextAgain() {
        Random random = new Random(SEED);
        String alphabet = "ab1 -–/\u00a0\u202f’é";
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(20), 0, alphabet.length()).forEach(at -> text.append(alphabet.charAt(at)));
            List<String> pieces = pieces(text.toString());
            assertThat(String.join("", pieces)).isEqualTo(text.toString());
            assertThat(pieces).allMatch(piece -> !piece.isEmpty());
            pieces.subList(0, Math.max(0, pieces.size() - 1))
                    .forEach(piece -> assertThat(piece).matches("(?s).*[ \\-–/]"));
        }
    }

    private static List<String> pieces(String text) {
        LineBreaker breaker = new LineBreaker();
        breaker.setText(text);
        List<String> pieces = new ArrayList<>();
        int from = 0;
        for (int to = breaker.next(); to >= 0; to = breaker.next()) {
            pieces.add(text.substring(from, to));
            from = to;
        }
        return pieces;
    }
}
