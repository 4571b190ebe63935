package ml.taama.tabulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ml.taama.tabulation.schema.Code;
import ml.taama.tabulation.schema.Fault;
import ml.taama.tabulation.schema.FaultsException;
import ml.taama.tabulation.schema.Level;
import ml.taama.tabulation.schema.Variable;

/**
 * The categories of a variable as small integers: the codes of the finest level, then "not known", then "not
 * applicable" where the schema names a code for it. Each level maps these integers to its own categories.
 */
final class Dictionary {

    /** Code of an empty field and of the code that the schema names as missing. */
    static final String NOT_KNOWN = "_U";

    private final Variable.Categorical variable;
    private final List<Grouping> groupings = new ArrayList<>();
    private final Map<String, Integer> codes = new HashMap<>();
    private final int size;
    private final boolean notKnownOccurs;

    /** The categories of one level, and for each finest code the one that it belongs to. */
    @SuppressWarnings("ArrayRecordComponent") // Plain arrays for speed; never compared.
    record Grouping(String level, List<Node> nodes, int[] group) {}

    Dictionary(Variable.Categorical variable, List<Code> finest, boolean notKnownOccurs) {
        this.variable = variable;
        this.notKnownOccurs = notKnownOccurs;
        List<Node> nodes = new ArrayList<>();
        for (Code code : finest) {
            codes.put(code.code(), nodes.size());
            nodes.add(new Node(code.code(), label(code), variable.name(), Node.Kind.CATEGORY));
        }
        codes.put(variable.missing().orElse(NOT_KNOWN), nodes.size());
        nodes.add(new Node(variable.missing().orElse(NOT_KNOWN), "", variable.name(), Node.Kind.NOT_KNOWN));
        if (variable.notApplicable().isPresent()) {
            codes.put(variable.notApplicable().get(), nodes.size());
            nodes.add(new Node(variable.notApplicable().get(), "", variable.name(), Node.Kind.NOT_APPLICABLE));
        }
        size = nodes.size();
        int[] same = new int[size];
        Arrays.setAll(same, i -> i);
        groupings.add(new Grouping(variable.name(), List.copyOf(nodes), same));
        for (int level = 1; level < variable.levels().size(); level++) {
            groupings.add(grouping(finest, variable.levels().get(level), groupings.getLast()));
        }
    }

    private static String label(Code code) {
        return code.label().equals(code.code()) ? "" : code.label();
    }

    private Grouping grouping(List<Code> finest, Level level, Grouping finer) {
        Map<String, Integer> positions = new HashMap<>();
        List<Node> nodes = new ArrayList<>();
        for (Code code : level.codes()) {
            positions.put(code.code(), nodes.size());
            nodes.add(new Node(code.code(), label(code), level.name(), Node.Kind.CATEGORY));
        }
        Map<String, String> parents = new HashMap<>();
        List<Code> below = groupings.size() == 1
                ? finest
                : variable.levels().get(groupings.size() - 1).codes();
        below.forEach(c -> c.parent().ifPresent(p -> parents.put(c.code(), p)));
        int special = nodes.size();
        List<Node> finerNodes = finer.nodes;
        int[] group = new int[size];
        int categories = (int)
                finerNodes.stream().filter(n -> n.kind() == Node.Kind.CATEGORY).count();
        for (int code = 0; code < size; code++) {
            Node node = finerNodes.get(finer.group[code]);
            group[code] = node.kind() == Node.Kind.CATEGORY
                    ? positions.getOrDefault(parents.getOrDefault(node.code(), ""), special)
                    : special + finer.group[code] - categories;
        }
        finerNodes.stream()
                .filter(n -> n.kind() != Node.Kind.CATEGORY)
                .forEach(n -> nodes.add(new Node(n.code(), n.label(), level.name(), n.kind())));
        return new Grouping(level.name(), List.copyOf(nodes), group);
    }

    Variable.Categorical variable() {
        return variable;
    }

    /** Whether a table shows a category: "not known" only where the data hold it. */
    boolean shown(Node node) {
        return node.kind() != Node.Kind.NOT_KNOWN || notKnownOccurs;
    }

    /** Whether the data may hold an integer. */
    boolean occurs(int code) {
        return code != notKnown() || notKnownOccurs;
    }

    /** Number of integers in use. */
    int size() {
        return size;
    }

    /** The integer of "not known". */
    int notKnown() {
        return codes.getOrDefault(variable.missing().orElse(NOT_KNOWN), 0);
    }

    /** The integer of a code of the data. */
    Optional<Integer> find(String code) {
        return Optional.ofNullable(codes.get(code));
    }

    /** The level of a name; the finest for an empty one. */
    Grouping level(String name) {
        return groupings.stream()
                .filter(g -> name.isEmpty() || g.level.equals(name))
                .findFirst()
                .orElseThrow(() -> FaultsException.of(
                        Fault.Code.NO_LEVEL,
                        variable.name(),
                        variable.name(),
                        name,
                        String.join(
                                ", ", groupings.stream().map(Grouping::level).toList())));
    }

    int depth(Grouping grouping) {
        return groupings.indexOf(grouping);
    }

    List<Grouping> levels() {
        return groupings;
    }
}
