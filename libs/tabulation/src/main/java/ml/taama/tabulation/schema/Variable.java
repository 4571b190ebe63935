package ml.taama.tabulation.schema;

import java.util.List;
import java.util.Optional;

/** A column of the data. */
public sealed interface Variable {

    /** Name of the column. */
    String name();

    /** For people. */
    String label();

    /**
     * Categories, in levels from the finest to the coarsest.
     *
     * @param levels at least one; empty only where the codes are taken from the data
     * @param missing the code that says "not known", beside an empty field
     * @param notApplicable the code that says "the question does not apply"
     * @param sensitive whether knowing the category of a whole group would harm it (status, nationality, health)
     */
    record Categorical(
            String name,
            String label,
            List<Level> levels,
            Optional<String> missing,
            Optional<String> notApplicable,
            boolean sensitive)
            implements Variable {

        /** Copies the list. */
        public Categorical {
            levels = List.copyOf(levels);
        }

        /** Categories as the data hold them. */
        public static Categorical open(String name) {
            return new Categorical(name, name, List.of(), Optional.empty(), Optional.empty(), false);
        }
    }

    /**
     * Numbers.
     *
     * @param unit of measure, for people; may be empty
     * @param missing the value that says "not known", beside an empty field
     * @param bands ascending edges between which quantiles are read; empty where they follow from the data
     */
    record Numeric(String name, String label, String unit, Optional<Double> missing, List<Double> bands)
            implements Variable {

        /** Copies the list. */
        public Numeric {
            bands = List.copyOf(bands);
        }
    }
}
