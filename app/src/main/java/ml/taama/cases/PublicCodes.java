package ml.taama.cases;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import ml.taama.tabulation.schema.Code;
import ml.taama.tabulation.schema.Level;
import ml.taama.tabulation.schema.Schema;
import ml.taama.tabulation.schema.Unit;
import ml.taama.tabulation.schema.Variable;

/**
 * The categories of public tables. They do not follow from who was assisted: that a country is in the list says nothing,
 * and all releases of a series have the same ones.
 */
final class PublicCodes {

    private static final Map<String, List<String>> FIXED = Map.of(
            "sex", List.of("female", "male", "unknown"),
            "age", List.of("0-4", "5-14", "15-17", "18-34", "35-59", "60+", "unknown"),
            "generation", List.of("child", "adult", "unknown"),
            "need", Words.SERVICES,
            "outcome", Words.OUTCOMES,
            "state", ReferralState.words());

    private final Map<String, List<String>> codes = new HashMap<>(FIXED);

    /**
     * Categories for a series.
     *
     * @param releases the rows of all its releases
     * @param organisations all that are known
     */
    PublicCodes(Collection<PublicRows> releases, Collection<String> organisations) {
        codes.put("country", all(Arrays.asList(Locale.getISOCountries()), releases, "country"));
        codes.put("organisation", all(organisations, releases, "organisation"));
        TreeSet<String> years = new TreeSet<>(all(List.of(), releases, "year"));
        codes.put(
                "year",
                years.isEmpty()
                        ? List.of("0")
                        : IntStream.rangeClosed(Integer.parseInt(years.first()), Integer.parseInt(years.last()))
                                .mapToObj(String::valueOf)
                                .toList());
    }

    private static List<String> all(Collection<String> known, Collection<PublicRows> releases, String variable) {
        TreeSet<String> all = new TreeSet<>(known);
        releases.forEach(r -> all.addAll(r.values(variable)));
        return List.copyOf(all);
    }

    /** What the rows of people and services hold, by people or by services. */
    Schema assistance(Unit.Kind kind, String key) {
        return new Schema(
                new Unit(kind, Optional.of(key)),
                Optional.empty(),
                List.of(
                        variable("sex"),
                        variable("age"),
                        variable("generation"),
                        variable("country"),
                        variable("need"),
                        variable("organisation"),
                        variable("pathway", List.of("direct", "referred")),
                        variable("year")),
                List.of());
    }

    /** What the rows of cases hold. */
    Schema cases() {
        return each(variable("outcome"), variable("pathway", List.of("direct", "referred", "none")), variable("year"));
    }

    /** What the rows of referrals hold. */
    Schema referrals() {
        return each(variable("state"), variable("year"));
    }

    private static Schema each(Variable... variables) {
        return new Schema(
                new Unit(Unit.Kind.ROWS, Optional.of("unit")), Optional.empty(), List.of(variables), List.of());
    }

    private Variable variable(String name) {
        return variable(name, Objects.requireNonNull(codes.get(name)));
    }

    /** A need tells of health: where nearly a whole group has the same one, its needs are hidden. */
    private static Variable variable(String name, List<String> codes) {
        List<Code> all =
                codes.stream().map(c -> new Code(c, c, Optional.empty())).toList();
        return new Variable.Categorical(
                name,
                name,
                List.of(new Level(name, name, all)),
                Optional.empty(),
                Optional.empty(),
                name.equals("need"));
    }
}
