package ml.taama.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ml.taama.linkage.names.NameTables;

/**
 * How records are linked: everything that decides on the result, beside the records.
 *
 * @param id column of the identifiers of records
 * @param sources what is linked
 * @param text what strings are made of when they are compared
 * @param prior probability that two random records are one person
 * @param threshold probability from which two records are linked
 * @param fields that rules and comparisons name
 * @param rules blocking rules, in order of precedence: each pair belongs to the first that produces it
 * @param cap most records of a block that are compared with each other
 * @param clusters how links become persons
 * @param groups fields by whose values errors are told apart
 */
public record Model(
        String id,
        Sources sources,
        Text text,
        double prior,
        double threshold,
        NameTables names,
        List<Field> fields,
        List<Rule> rules,
        int cap,
        List<Comparison> comparisons,
        Training training,
        Clusters clusters,
        List<String> groups) {

    /** Copies the lists and checks that names refer to something. */
    public Model {
        fields = List.copyOf(fields);
        rules = List.copyOf(rules);
        comparisons = List.copyOf(comparisons);
        groups = List.copyOf(groups);
        ModelCheck.check(fields, rules, comparisons, training, clusters, groups, prior, threshold, cap);
    }

    /** What is linked. */
    public enum Sources {
        /** Records of one source with each other. */
        DEDUPE,
        /** Records of different sources only. */
        LINK,
        /** Both. */
        LINK_AND_DEDUPE
    }

    /** What strings are made of. */
    public enum Text {
        /** Unicode characters. */
        CHARACTERS,
        /** Bytes of UTF-8, as DuckDB compares: an accented letter is two. */
        BYTES
    }

    /**
     * How links become persons.
     *
     * @param bestLink whether a person has at most one record of each source
     * @param verified field of national identifiers that were verified: two that differ are never one person
     */
    public record Clusters(boolean bestLink, Optional<String> verified) {
        /** Connected components. */
        public static final Clusters COMPONENTS = new Clusters(false, Optional.empty());
    }

    /** A model to be put together. */
    public static Builder builder() {
        return new Builder();
    }

    /** The same with other comparisons and prior. */
    public Model with(double newPrior, List<Comparison> newComparisons) {
        return new Model(
                id,
                sources,
                text,
                newPrior,
                threshold,
                names,
                fields,
                rules,
                cap,
                newComparisons,
                training,
                clusters,
                groups);
    }

    /** The same for other sources. */
    public Model with(Sources other) {
        return new Model(
                id, other, text, prior, threshold, names, fields, rules, cap, comparisons, training, clusters, groups);
    }

    /** The same with strings made of other units. */
    public Model with(Text other) {
        return new Model(
                id,
                sources,
                other,
                prior,
                threshold,
                names,
                fields,
                rules,
                cap,
                comparisons,
                training,
                clusters,
                groups);
    }

    /** The same with another identifier column. */
    public Model withId(String other) {
        return new Model(
                other,
                sources,
                text,
                prior,
                threshold,
                names,
                fields,
                rules,
                cap,
                comparisons,
                training,
                clusters,
                groups);
    }

    /** The same with another threshold. */
    public Model withThreshold(double other) {
        return new Model(
                id, sources, text, prior, other, names, fields, rules, cap, comparisons, training, clusters, groups);
    }

    /** The same with another cap. */
    public Model withCap(int other) {
        return new Model(
                id,
                sources,
                text,
                prior,
                threshold,
                names,
                fields,
                rules,
                other,
                comparisons,
                training,
                clusters,
                groups);
    }

    /** The same with other rules. */
    public Model withRules(List<Rule> other) {
        return new Model(
                id,
                sources,
                text,
                prior,
                threshold,
                names,
                fields,
                other,
                cap,
                comparisons,
                training,
                clusters,
                groups);
    }

    /** Whether every level has m and u. */
    public boolean trained() {
        return comparisons.stream()
                .flatMap(c -> c.levels().stream())
                .allMatch(l -> l.isNull() || (!Double.isNaN(l.m()) && !Double.isNaN(l.u())));
    }

    /** The field of a name. */
    public Field field(String name) {
        return fields.stream()
                .filter(f -> f.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new LinkageException(Fault.UNKNOWN_NAME, "fields", name));
    }

    /** Puts a model together. */
    public static final class Builder {

        private String id = "unique_id";
        private Sources sources = Sources.DEDUPE;
        private Text text = Text.CHARACTERS;
        private double prior = 0.0001;
        private double threshold = 0.9;
        private NameTables names = NameTables.NONE;
        private final List<Field> fields = new ArrayList<>();
        private final List<Rule> rules = new ArrayList<>();
        private int cap = 10_000;
        private final List<Comparison> comparisons = new ArrayList<>();
        private Training training = Training.USUAL;
        private Clusters clusters = Clusters.COMPONENTS;
        private final List<String> groups = new ArrayList<>();

        private Builder() {}

        /** Column of the identifiers; {@code unique_id} unless said otherwise. */
        public Builder id(String column) {
            id = column;
            return this;
        }

        /** What is linked; one source unless said otherwise. */
        public Builder sources(Sources what) {
            sources = what;
            return this;
        }

        /** What strings are made of; characters unless said otherwise. */
        public Builder text(Text units) {
            text = units;
            return this;
        }

        /** Probability that two random records are one person; 0.0001 unless said otherwise. */
        public Builder prior(double probability) {
            prior = probability;
            return this;
        }

        /** Probability from which two records are linked; 0.9 unless said otherwise. */
        public Builder threshold(double probability) {
            threshold = probability;
            return this;
        }

        /** Tables of a country; none unless said otherwise. */
        public Builder names(NameTables tables) {
            names = tables;
            return this;
        }

        /** A field: name, column, steps. */
        public Builder field(String name, String column, String... steps) {
            fields.add(new Field(name, column, List.of(steps)));
            return this;
        }

        /** A blocking rule on fields. */
        public Builder block(String... on) {
            return block(Rule.on(on));
        }

        /** A blocking rule. */
        public Builder block(Rule rule) {
            rules.add(rule);
            return this;
        }

        /** Most records of a block that are compared with each other; 10,000 unless said otherwise. */
        public Builder cap(int records) {
            cap = records;
            return this;
        }

        /** A comparison with its levels, most alike first. */
        public Builder compare(String name, Level... levels) {
            comparisons.add(new Comparison(name, List.of(levels)));
            return this;
        }

        /** How parameters are estimated. */
        public Builder training(Training how) {
            training = how;
            return this;
        }

        /** How links become persons. */
        public Builder clusters(Clusters how) {
            clusters = how;
            return this;
        }

        /** A field by whose values errors are told apart. */
        public Builder group(String field) {
            groups.add(field);
            return this;
        }

        /**
         * The model.
         *
         * @throws LinkageException when a name refers to nothing or a number is out of range
         */
        public Model build() {
            return new Model(
                    id,
                    sources,
                    text,
                    prior,
                    threshold,
                    names,
                    fields,
                    rules,
                    cap,
                    comparisons,
                    training,
                    clusters,
                    groups);
        }
    }
}
