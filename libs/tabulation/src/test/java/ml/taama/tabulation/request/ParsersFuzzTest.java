package ml.taama.tabulation.request;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.util.Random;
import ml.taama.tabulation.schema.FaultsException;
import ml.taama.tabulation.schema.SchemaJson;
import org.junit.jupiter.api.Test;

/** No text makes a parser fail otherwise than with its faults. {@code JAZZER_FUZZ=1} fuzzes on and on. */
class ParsersFuzzTest {

    private static final String[] PIECES = {
        "sex",
        "age@group",
        ":total",
        " = ",
        "!=",
        " in ",
        " and ",
        " between ",
        ">=",
        "<",
        "(",
        ")",
        ",",
        ";",
        "|",
        "\"",
        "\"\"",
        "1e309",
        "-5",
        "quantile",
        "rate",
        "share",
        "{",
        "}",
        "[",
        "]",
        ":",
        "\"rows\"",
        "\"variables\"",
        "\"codes\"",
        "null",
        "\u0000",
        "é",
        "\ud83d",
        "true",
        " ",
        "\n"
    };

    @FuzzTest(maxDuration = "20s")
    void parsersRefuseOrRead(@NotNull String text) {
        attempt(() -> RequestText.axes(text));
        attempt(() -> RequestText.filter(text));
        attempt(() -> RequestText.measures(text));
        attempt(() -> RequestJson.parse(text, "r"));
        attempt(() -> SchemaJson.parse(text, "s"));
    }

    /** A seeded run of the same, for every build. */
    @Test
    void parsersRefuseOrReadWhatIsMadeOfTheirOwnWords() {
        Random random = new Random(2018);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int piece = random.nextInt(12); piece >= 0; piece--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            parsersRefuseOrRead(text.toString());
        }
    }

    private static void attempt(Runnable parser) {
        try {
            parser.run();
        } catch (FaultsException e) {
            if (e.faults().isEmpty()) {
                throw new AssertionError("Refused without a reason", e);
            }
        }
    }
}
