package ml.taama.reporting.writing;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** What one leaves alone is taken from the other, whatever the texts. Fuzz with {@code JAZZER_FUZZ=1}. */
class MergeFuzzTest {

    @FuzzTest(maxDuration = "2m")
    void losesNothing(FuzzedDataProvider data) {
        String base = data.consumeString(200);
        String mine = data.consumeString(200);
        String theirs = data.consumeRemainingAsString();
        assertThat(Merge.of(base, base, mine).text(true)).isEqualTo(mine);
        assertThat(Merge.of(base, theirs, base).text(true)).isEqualTo(theirs);
        Merge merge = Merge.of(base, theirs, mine);
        assertThat(merge.text(true)).isEqualTo(Merge.of(base, mine, theirs).text(false));
    }
}
