package ml.taama.reporting.contradictions;

import java.util.List;

/**
 * A place where the report does not hold.
 *
 * @param rule the rule that found it; its words are under {@code contradiction.<rule>}
 * @param subject what it is about, stable over time: with the rule it identifies the contradiction
 * @param section of the outline where it shows
 * @param anchor what the block speaks of beside which it shows, for example {@code obs:CODE}
 * @param fault true when the report says what is not so; false when a reader should doubt
 * @param arguments fill the message
 */
public record Contradiction(
        String rule, String subject, String section, String anchor, boolean fault, List<Object> arguments) {

    /** Identifier under which an answer is kept. */
    public String id() {
        return rule + ":" + subject;
    }
}
