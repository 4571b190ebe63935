package ml.taama.collection;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whatever people write becomes harmless HTML. Fuzz with {@code JAZZER_FUZZ=1}. */
class RichTextFuzzTest {

    private static final Pattern TAG = Pattern.compile("<([^>]*)>");
    private static final Pattern KNOWN = Pattern.compile(
            "/?(p|em|strong|ul|ol( start=\"\\d+\")?|li|h[1-6]|blockquote|pre|code( class=\"language-[^\"]*\")?)|(br|hr) /"
                    + "|/a|a (rel=\"nofollow\" )?href=\"(?!\\s*(javascript|data|vbscript):)[^\"]*\"( title=\"[^\"]*\")?"
                    + "|img src=\"(?!\\s*(javascript|vbscript):)[^\"]*\" alt=\"[^\"]*\"( title=\"[^\"]*\")? /",
            Pattern.CASE_INSENSITIVE);

    @FuzzTest(maxDuration = "2m")
    void harmless(FuzzedDataProvider data) {
        Matcher tags = TAG.matcher(RichText.html(data.consumeRemainingAsString()));
        while (tags.find()) {
            assertThat(tags.group(1)).matches(KNOWN);
        }
    }
}
