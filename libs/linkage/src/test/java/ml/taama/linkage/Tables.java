package ml.taama.linkage;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ml.taama.linkage.people.Register;
import ml.taama.linkage.tables.Table;
import ml.taama.linkage.tables.TableReader;

/** Tables for tests. */
final class Tables {

    private Tables() {}

    static Table csv(String name, String text) {
        try {
            Path file = Files.createTempDirectory("linkage").resolve(name);
            Files.writeString(file, text);
            return TableReader.all().read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Table people(int records, long seed) {
        return csv("people.csv", text(records, seed));
    }

    static String text(int records, long seed) {
        StringWriter out = new StringWriter();
        try {
            new Register(records, seed, 0.3).write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /** A model of the register with one comparison of each kind, trained on nothing: parameters set by hand. */
    static Model model(int cap) {
        return model(cap, List.of());
    }

    static Model model(int cap, List<String> refine) {
        return Model.builder()
                .names(ml.taama.linkage.names.NameTables.shipped("mali"))
                .prior(0.001)
                .cap(cap)
                .field("given", "given_name", "plain")
                .field("surname", "surname", "key")
                .field("born", "birth_date", "date")
                .field("year", "birth_date", "year")
                .field("village", "village", "plain")
                .field("phone", "phone", "phone:223")
                .field("sex", "sex")
                .block("phone")
                .block(new Rule("surname", List.of("surname"), refine))
                .block("given", "year")
                .compare(
                        "given",
                        level("no value", Condition.none("given"), Double.NaN, Double.NaN),
                        level("same", Condition.exact("given"), 0.7, 0.02).with(TermFrequency.of("given")),
                        level("near", Condition.similar(Measure.JARO_WINKLER, "given", 0.9), 0.1, 0.01),
                        level("far", Condition.similar(Measure.JARO_WINKLER, "given", 0.75), 0.1, 0.1),
                        level("equivalent", new Condition.Equivalent("given", 0.1), 0.05, 0.02),
                        level("other", Condition.otherwise(), 0.05, 0.87))
                .compare(
                        "born",
                        level("no value", Condition.none("born"), Double.NaN, Double.NaN),
                        level("same", Condition.exact("born"), 0.6, 0.001),
                        level("compatible", new Condition.Compatible("born", 1), 0.25, 0.02),
                        level("slip", Condition.similar(Measure.DAMERAU_LEVENSHTEIN, "born", 1), 0.1, 0.01),
                        level("other", Condition.otherwise(), 0.05, 0.969))
                .compare(
                        "village",
                        level("no value", Condition.none("village"), Double.NaN, Double.NaN),
                        level("same", Condition.exact("village"), 0.8, 0.01).with(TermFrequency.of("village")),
                        level("slip", Condition.similar(Measure.LEVENSHTEIN, "village", 1), 0.1, 0.001),
                        level("other", Condition.otherwise(), 0.1, 0.989))
                .build();
    }

    static Level level(String label, Condition when, double m, double u) {
        return Level.of(label, when).with(m, u);
    }

    /** Pairs of a run as text, by identifiers. */
    static List<String> pairs(Model model, List<Table> tables, double least, Settings settings) {
        Linker linker = new Linker(model, tables, settings);
        List<String> all = new ArrayList<>();
        linker.link(
                model,
                least,
                pairs -> () -> pairs.forEach(p -> all.add(linker.id(p.left()) + " " + linker.id(p.right()) + " "
                        + p.weight() + " " + p.pattern() + " " + p.rule())));
        return all;
    }

    static Settings settings(int threads) {
        return Settings.usual().withThreads(threads);
    }
}
