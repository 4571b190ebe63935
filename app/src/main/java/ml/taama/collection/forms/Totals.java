package ml.taama.collection.forms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Totals equal the sum of their parts. A total is compared with each complete set of parts that breaks it down by the same
 * dimensions; with an incomplete set, it may only not be exceeded.
 */
final class Totals {

    /** Entries that are compared with each other. */
    private record Family(long question, String period, String place) {}

    private final Form form;
    private final Function<Entry, Optional<BigDecimal>> value;

    Totals(Form form, Function<Entry, Optional<BigDecimal>> value) {
        this.form = form;
        this.value = value;
    }

    List<Fault> check(Collection<Entry> entries) {
        Map<Family, Map<Cell, Entry>> families = new LinkedHashMap<>();
        for (Entry entry : entries) {
            families.computeIfAbsent(
                            new Family(entry.question(), entry.period(), entry.place()), f -> new LinkedHashMap<>())
                    .put(entry.cell(), entry);
        }
        List<Fault> faults = new ArrayList<>();
        families.forEach((family, cells) -> form.question(family.question())
                .filter(q -> q.unit().filter(Measure::additive).isPresent())
                .ifPresent(q -> check(q, cells, faults)));
        return faults;
    }

    private void check(Question question, Map<Cell, Entry> cells, List<Fault> faults) {
        Map<Set<String>, List<Entry>> byKeys = new LinkedHashMap<>();
        cells.values().stream()
                .filter(e -> known(question, e.cell()) && value.apply(e).isPresent())
                .forEach(e -> byKeys.computeIfAbsent(e.cell().keys(), k -> new ArrayList<>())
                        .add(e));
        byKeys.forEach((keys, wholes) -> byKeys.forEach((finer, parts) -> {
            if (finer.size() > keys.size() && finer.containsAll(keys)) {
                wholes.forEach(whole -> compare(question, whole, keys, finer, parts, faults));
            }
        }));
    }

    /** What is no part of the question is told as such, and adds to nothing. */
    private static boolean known(Question question, Cell cell) {
        return cell.dimensions().entrySet().stream()
                .allMatch(part -> question.dimension(part.getKey())
                        .flatMap(d -> d.value(part.getValue()))
                        .isPresent());
    }

    private void compare(
            Question question,
            Entry whole,
            Set<String> keys,
            Set<String> finer,
            List<Entry> parts,
            List<Fault> faults) {
        List<Entry> mine =
                parts.stream().filter(p -> p.cell().partOf(whole.cell())).toList();
        if (mine.isEmpty()) {
            return;
        }
        int complete = finer.stream()
                .filter(d -> !keys.contains(d))
                .mapToInt(d -> question.dimension(d).map(x -> x.values().size()).orElse(0))
                .reduce(1, (a, b) -> a * b);
        BigDecimal sum = mine.stream().map(p -> value.apply(p).orElseThrow()).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal total = value.apply(whole).orElseThrow();
        int order = sum.compareTo(total);
        if (mine.size() == complete && order != 0) {
            faults.add(Fault.of(Rule.TOTAL, whole, total.toPlainString(), sum.toPlainString()));
        } else if (mine.size() < complete && order > 0) {
            faults.add(Fault.of(Rule.PARTS, whole, total.toPlainString(), sum.toPlainString()));
        }
    }
}
