package ml.taama.tabulation.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a microdata set holds.
 *
 * @param unit what is counted
 * @param weight column of weights, not negative
 * @param variables the columns that tables may use
 * @param impossible combinations of codes (variable → finest codes) that cannot occur: zero by structure
 */
public record Schema(
        Unit unit, Optional<String> weight, List<Variable> variables, List<Map<String, Set<String>>> impossible) {

    /** Copies the lists. */
    public Schema {
        variables = List.copyOf(variables);
        impossible = List.copyOf(impossible);
    }

    /** The variable of a name. */
    public Optional<Variable> variable(String name) {
        return variables.stream().filter(v -> v.name().equals(name)).findFirst();
    }
}
