package ml.taama.linkage.people;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.SplittableRandom;

/**
 * An invented register of Malian people, for tests and benchmarks: what is known of the distribution of names is little,
 * and the rates of error are assumptions, all documented in {@code docs/linkage.md}. The same size, seed and share give
 * the same register, line by line; memory does not grow with it.
 *
 * @param records number of records
 * @param seed of everything drawn
 * @param duplicates share of the records that are of somebody already registered, 0 to below 1
 */
public record Register(long records, long seed, double duplicates) {

    /** The columns; {@code person} is the truth. */
    public static final List<String> COLUMNS = List.of(
            "unique_id",
            "person",
            "household",
            "source",
            "sex",
            "given_name",
            "surname",
            "birth_date",
            "father_name",
            "mother_name",
            "region",
            "circle",
            "village",
            "phone",
            "national_id");

    private static final List<String> SOURCES = List.of("consulate", "transit centre", "reintegration", "town hall");

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when a number is out of range
     */
    public Register {
        if (records < 0 || duplicates < 0 || duplicates >= 1) {
            throw new IllegalArgumentException("records " + records + ", duplicates " + duplicates);
        }
    }

    /** Writes the register as CSV, header first, to be closed by the caller. */
    public void write(Writer out) throws IOException {
        Names names = new Names();
        Population population = new Population(seed, names);
        SplittableRandom choice = new SplittableRandom(seed);
        out.write(String.join(",", COLUMNS));
        out.write('\n');
        long persons = 0;
        StringBuilder line = new StringBuilder();
        for (long i = 0; i < records; i++) {
            boolean again = persons > 0 && choice.nextDouble() < duplicates;
            long number = again ? choice.nextLong(persons) : persons++;
            line.setLength(0);
            line(line, i, population.person(number), new Errors(names, new SplittableRandom(choice.nextLong())));
            out.append(line);
        }
    }

    private static void line(StringBuilder line, long record, Person person, Errors errors) {
        boolean swapped = errors.happens(2);
        String given = errors.titled(errors.name(person.given(), true), person.woman());
        String surname = errors.name(person.surname(), false);
        cell(line, "r" + record);
        cell(line, "p" + person.number());
        cell(line, "h" + person.household());
        cell(line, SOURCES.get((int) (record % SOURCES.size())));
        cell(line, errors.happens(2) ? "" : person.woman() != errors.happens(1) ? "F" : "M");
        cell(line, swapped ? surname : given);
        cell(line, swapped ? given : surname);
        cell(line, errors.happens(4) ? "" : errors.date(person.born(), person.yearOnly()));
        cell(line, errors.happens(15) ? "" : errors.titled(errors.name(person.father(), true), false));
        cell(line, errors.happens(12) ? "" : errors.titled(errors.name(person.mother(), true), true));
        cell(line, person.region());
        cell(line, errors.happens(10) ? "" : person.circle());
        cell(line, errors.happens(12) ? "" : errors.happens(8) ? errors.typed(person.village()) : person.village());
        cell(line, phone(person.phone(), errors));
        cell(line, identity(person.identity(), errors));
        line.setCharAt(line.length() - 1, '\n');
    }

    private static String phone(String phone, Errors errors) {
        if (phone.isEmpty() || errors.happens(25)) {
            return "";
        }
        String now = errors.happens(3) ? errors.digit(phone) : phone;
        return errors.happens(30)
                ? "+223 " + now.substring(0, 2) + " " + now.substring(2, 4) + " " + now.substring(4, 6) + " "
                        + now.substring(6)
                : now;
    }

    private static String identity(String identity, Errors errors) {
        if (identity.isEmpty() || errors.happens(40)) {
            return "";
        }
        return errors.happens(3) ? errors.digit(identity) : identity;
    }

    private static void cell(StringBuilder line, String text) {
        line.append(text).append(',');
    }
}
