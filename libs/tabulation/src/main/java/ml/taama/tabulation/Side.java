package ml.taama.tabulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import ml.taama.tabulation.Dictionary.Grouping;
import ml.taama.tabulation.request.Axis;
import ml.taama.tabulation.schema.Fault;
import ml.taama.tabulation.schema.FaultsException;

/**
 * An axis of a table resolved against the data.
 *
 * @param dictionary of the variable
 * @param nodes all categories in the order shown: level by level as asked, then the total
 * @param positions for each level (the finest first) the node of each code, or -1 where it is not shown
 */
record Side(Dictionary dictionary, List<Node> nodes, List<int[]> positions) {

    static Side of(Axis axis, Dictionary dictionary) {
        List<Grouping> asked = axis.levels().isEmpty()
                ? List.of(dictionary.level(""))
                : axis.levels().stream().map(dictionary::level).toList();
        if (asked.stream().distinct().count() < asked.size()) {
            throw FaultsException.of(Fault.Code.TWICE, axis.variable(), String.join("+", axis.levels()));
        }
        List<Node> nodes = new ArrayList<>();
        List<int[]> positions = new ArrayList<>();
        List<Grouping> order = new ArrayList<>();
        for (Grouping level : asked) {
            int[] shown = new int[level.nodes().size()];
            for (int i = 0; i < shown.length; i++) {
                shown[i] = dictionary.shown(level.nodes().get(i)) ? nodes.size() : -1;
                if (shown[i] >= 0) {
                    nodes.add(level.nodes().get(i));
                }
            }
            positions.add(Arrays.stream(level.group()).map(g -> shown[g]).toArray());
            order.add(level);
        }
        List<int[]> sorted = order.stream()
                .sorted(Comparator.comparingInt(dictionary::depth))
                .map(level -> positions.get(order.indexOf(level)))
                .toList();
        Side side = new Side(dictionary, nodes, sorted);
        return axis.total() ? side.withTotal() : side;
    }

    /** The same with a total. */
    Side totalled() {
        return withTotal();
    }

    private Side withTotal() {
        List<Node> all = new ArrayList<>(nodes);
        all.add(Node.TOTAL);
        int[] total = new int[dictionary.size()];
        Arrays.fill(total, nodes.size());
        List<int[]> more = new ArrayList<>(positions);
        more.add(total);
        return new Side(dictionary, all, more);
    }

    /**
     * Only these nodes, in this order; codes of other nodes of the finest level are not counted, or counted as others,
     * which stand before a total.
     */
    Side only(List<Integer> kept, boolean others) {
        List<Node> fewer = new ArrayList<>(kept.stream().map(nodes::get).toList());
        boolean total = !fewer.isEmpty() && fewer.getLast().kind() == Node.Kind.TOTAL;
        int rest = total ? fewer.size() - 1 : fewer.size();
        if (others) {
            fewer.add(rest, Node.OTHERS);
        }
        List<int[]> moved = new ArrayList<>();
        for (int level = 0; level < positions.size(); level++) {
            int otherwise = others && level == 0 ? rest : -1;
            moved.add(Arrays.stream(positions.get(level))
                    .map(p -> p < 0 ? -1 : kept.contains(p) ? fewer.indexOf(nodes.get(p)) : otherwise)
                    .toArray());
        }
        return new Side(dictionary, fewer, moved);
    }

    String variable() {
        return dictionary.variable().name();
    }

    int size() {
        return nodes.size();
    }

    /** Whether one code belongs to one node only. */
    boolean simple() {
        return positions.size() == 1;
    }

    /** Whether every code that the data may hold has a place. */
    boolean complete() {
        int[] finest = positions.getFirst();
        for (int code = 0; code < finest.length; code++) {
            if (finest[code] < 0 && dictionary.occurs(code)) {
                return false;
            }
        }
        return true;
    }

    /** Nothing but the total of what the axis shows. */
    Side collapsed() {
        int[] total = new int[dictionary.size()];
        for (int code = 0; code < total.length; code++) {
            int at = code;
            total[code] = positions.stream().anyMatch(level -> level[at] >= 0) ? 0 : -1;
        }
        return new Side(dictionary, List.of(Node.TOTAL), List.of(total));
    }

    Dimension dimension() {
        return new Dimension(variable(), dictionary.variable().label(), nodes);
    }

    /** The finest codes of a node. */
    boolean[] codesOf(int node) {
        boolean[] codes = new boolean[dictionary.size()];
        for (int[] level : positions) {
            for (int code = 0; code < codes.length; code++) {
                codes[code] |= level[code] == node;
            }
        }
        return codes;
    }
}
