package ml.taama.reference;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ml.taama.platform.text.LocalText;

/**
 * A node of a framework.
 *
 * @param certainty how sure the wording is: verified, partly, recalled, announced, code-only
 * @param unofficial languages whose wording is no official translation
 */
public record Goal(
        GoalId id,
        Optional<String> parent,
        LocalText level,
        LocalText title,
        Optional<LocalText> shortTitle,
        Optional<LocalText> summary,
        String certainty,
        List<String> unofficial,
        Optional<LocalText> note,
        String sourceRef) {

    /** A few words where there are some, else the title. */
    public LocalText name() {
        return shortTitle.orElse(title);
    }

    /** Whether a reader must be told that the wording in this language is not official. */
    public boolean unofficialIn(Locale reader) {
        return unofficial.contains(title.in(reader).language().getLanguage());
    }

    /** Whether only the code is known. */
    public boolean codeOnly() {
        return certainty.equals("code-only");
    }
}
