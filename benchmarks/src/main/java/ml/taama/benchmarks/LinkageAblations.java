package ml.taama.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import ml.taama.linkage.Comparison;
import ml.taama.linkage.Condition;
import ml.taama.linkage.Field;
import ml.taama.linkage.Level;
import ml.taama.linkage.Model;
import ml.taama.linkage.names.NameTables;

/** A model without one of its standardisers, each of them once: fields, blocking and levels are as they were otherwise. */
final class LinkageAblations {

    private static final Set<String> LETTERS = Set.of("plain", "letters", "ascii", "lower");
    private static final Set<String> DATES = Set.of("date", "full-date");

    private LinkageAblations() {}

    static Map<String, UnaryOperator<Model>> all() {
        Map<String, UnaryOperator<Model>> all = new LinkedHashMap<>();
        all.put("titles", m -> without(m, "titles"::equals));
        all.put("token order", LinkageAblations::inOrder);
        all.put("case, accents, punctuation", LinkageAblations::asWritten);
        all.put("spelling key", LinkageAblations::spelt);
        all.put("equivalent given names", m -> without(m, Condition.Equivalent.class));
        all.put("known different surnames", m -> without(m, Condition.Different.class));
        all.put("swapped names", m -> levels(m, l -> !crossed(l.when())));
        all.put("precision of dates", LinkageAblations::datesAsWritten);
        all.put("telephone", m -> without(m, s -> s.startsWith("phone")));
        all.put("identity number", m -> without(m, s -> s.startsWith("identity")));
        all.put("term frequencies", LinkageAblations::withoutFrequencies);
        all.put(
                "any of them",
                m -> withoutFrequencies(datesAsWritten(inOrder(without(
                        without(spelt(asWritten(m)), s -> s.matches("titles|phone.*|identity.*")),
                        Condition.Equivalent.class)))));
        return all;
    }

    private static Model without(Model model, Predicate<String> step) {
        return fields(
                model,
                f -> new Field(
                        f.name(),
                        f.column(),
                        f.steps().stream().filter(s -> !step.test(s)).toList()));
    }

    private static Model without(Model model, Class<? extends Condition> test) {
        return levels(model, l -> !has(l.when(), test));
    }

    private static boolean has(Condition condition, Class<? extends Condition> test) {
        return test.isInstance(condition)
                || (condition instanceof Condition.And and && and.all().stream().anyMatch(c -> has(c, test)));
    }

    private static boolean crossed(Condition condition) {
        return condition instanceof Condition.And and
                && and.all().stream()
                        .anyMatch(
                                c -> c instanceof Condition.Equal e && !e.left().equals(e.right()));
    }

    /** Words stay as they stand, and are not compared one by one. */
    private static Model inOrder(Model model) {
        return levels(without(model, "sort"::equals), l -> !has(l.when(), Condition.Shared.class));
    }

    /** Names as they are written, except where a key is made of them. */
    private static Model asWritten(Model model) {
        return fields(
                model,
                f -> keyed(f)
                        ? f
                        : new Field(
                                f.name(),
                                f.column(),
                                f.steps().stream()
                                        .filter(s -> !LETTERS.contains(s))
                                        .toList()));
    }

    private static boolean keyed(Field field) {
        return field.steps().contains("key") || field.steps().contains("keys");
    }

    /** The key of a name is the name in letters. */
    private static Model spelt(Model model) {
        String tables = model.names().json();
        NameTables unwritten = NameTables.parse(tables.replaceFirst("\"rewrites\"", "\"rewrites-not-used\""));
        Model fields = fields(
                model,
                f -> new Field(
                        f.name(),
                        f.column(),
                        f.steps().stream()
                                .flatMap(s -> s.equals("key") || s.equals("keys")
                                        ? List.of("plain", "letters").stream()
                                        : List.of(s).stream())
                                .toList()));
        return copy(fields, unwritten, fields.fields(), fields.comparisons());
    }

    /** A date is a string; a year is still found in it for blocking. */
    private static Model datesAsWritten(Model model) {
        return without(without(model, DATES::contains), Condition.Compatible.class);
    }

    private static Model withoutFrequencies(Model model) {
        List<Comparison> comparisons = new ArrayList<>();
        for (Comparison comparison : model.comparisons()) {
            comparisons.add(new Comparison(
                    comparison.name(),
                    comparison.levels().stream()
                            .map(l ->
                                    new Level(l.label(), l.when(), l.m(), l.u(), Optional.empty(), l.fixM(), l.fixU()))
                            .toList()));
        }
        return copy(model, model.names(), model.fields(), comparisons);
    }

    private static Model levels(Model model, Predicate<Level> kept) {
        List<Comparison> comparisons = new ArrayList<>();
        for (Comparison comparison : model.comparisons()) {
            comparisons.add(new Comparison(
                    comparison.name(), comparison.levels().stream().filter(kept).toList()));
        }
        return copy(model, model.names(), model.fields(), comparisons);
    }

    static Model fields(Model model, UnaryOperator<Field> change) {
        return copy(model, model.names(), model.fields().stream().map(change).toList(), model.comparisons());
    }

    private static Model copy(Model m, NameTables names, List<Field> fields, List<Comparison> comparisons) {
        return new Model(
                m.id(),
                m.sources(),
                m.text(),
                m.prior(),
                m.threshold(),
                names,
                fields,
                m.rules(),
                m.cap(),
                comparisons,
                m.training(),
                m.clusters(),
                m.groups());
    }
}
