package ml.taama.cases;

import java.util.List;
import java.util.Set;

/**
 * A table that is released to the public.
 *
 * @param name as it is kept and named in messages
 * @param subject which rows it counts
 * @param rows variable down the side
 * @param columns variable across; empty for one that has none
 * @param services whether services are counted beside people
 */
public record PublicTable(String name, Subject subject, String rows, String columns, boolean services) {

    /** What is counted. */
    public enum Subject {
        ASSISTANCE("assistance", "people"),
        CASES("cases", "cases"),
        REFERRALS("referrals", "referrals");

        private final String word;
        private final String measure;

        Subject(String word, String measure) {
            this.word = word;
            this.measure = measure;
        }

        /** Name under which its rows are kept. */
        String word() {
            return word;
        }

        /** What its figures count. */
        String measure() {
            return measure;
        }
    }

    /** Code of a total. */
    public static final String TOTAL = "_T";

    /** The table whose total says how many people were assisted in all. */
    static final String WHOLE = "pathway";

    /** All of them, in the order of the page. */
    public static final List<PublicTable> ALL = List.of(
            of("generation", "generation", "sex", false),
            of("age", "age", "sex", false),
            of("year", "year", "", true),
            of("year-sex", "year", "sex", false),
            of("country", "country", "", true),
            of("need", "need", "", true),
            of("organisation", "organisation", "", true),
            of(WHOLE, "pathway", "", true),
            new PublicTable("outcome", Subject.CASES, "outcome", "pathway", false),
            new PublicTable("referral", Subject.REFERRALS, "state", "", false));

    /** Variables with so many categories that a page leaves out the ones that are not shown. */
    private static final Set<String> LONG = Set.of("country", "organisation", "year");

    private static PublicTable of(String name, String rows, String columns, boolean services) {
        return new PublicTable(name, Subject.ASSISTANCE, rows, columns, services);
    }

    /** Whether lines without any figure are left out of the page. */
    public boolean isLong() {
        return LONG.contains(rows);
    }
}
