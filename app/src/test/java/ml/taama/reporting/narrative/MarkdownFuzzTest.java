package ml.taama.reporting.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.commonmark.node.Node;

/** Any text is a text of a report. Fuzz with {@code JAZZER_FUZZ=1}. */
class MarkdownFuzzTest {

    @FuzzTest(maxDuration = "2m")
    void isRead(FuzzedDataProvider data) {
        String markdown = data.consumeRemainingAsString();
        Node tree = Markup.parse(markdown);
        assertThat(PlainText.of(tree)).isNotNull();
        assertThat(Quotations.of(markdown)).doesNotContain("");
    }

    @FuzzTest(maxDuration = "2m")
    void aReferenceIsFoundWhereverItStands(FuzzedDataProvider data) {
        String before = data.consumeString(40).replaceAll("[^\\p{L} ]", "");
        String after = data.consumeRemainingAsString().replaceAll("[^\\p{L} ]", "");
        assertThat(Quotations.of(before.strip() + " {{obs R1}} " + after)).containsExactly("R1");
    }
}
