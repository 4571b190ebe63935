package ml.taama.linkage;

import java.util.List;

/**
 * A blocking rule: records that agree on all its fields are a block, and its pairs are candidates. A record without a
 * value in one of them is in no block.
 *
 * @param fields that must agree
 * @param refine fields that divide, one after the other, a block larger than the cap of the model
 */
public record Rule(String name, List<String> fields, List<String> refine) {

    /** Copies the lists. */
    public Rule {
        fields = List.copyOf(fields);
        refine = List.copyOf(refine);
    }

    /** A rule named after its fields. */
    public static Rule on(String... fields) {
        return new Rule(String.join(" + ", fields), List.of(fields), List.of());
    }
}
