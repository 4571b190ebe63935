package ml.taama.linkage.people;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import ml.taama.linkage.names.Unicode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the register draws from: names with weights and variants, places, parts of village names. */
final class Names {

    /** A name, how often it is drawn, and how else it is written. */
    record Name(String name, double weight, List<String> variants) {}

    private final List<Name> male;
    private final List<Name> female;
    private final List<Name> surnames;
    private final Map<String, List<String>> variants = new HashMap<>();
    private final Map<String, List<String>> shorter = new HashMap<>();
    private final List<String> regions = new ArrayList<>();
    private final List<String> circles = new ArrayList<>();
    private final List<List<String>> villageParts = new ArrayList<>();

    Names() {
        JsonNode root;
        try (InputStream in = Objects.requireNonNull(Names.class.getResourceAsStream("mali.json"))) {
            root = JsonMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        male = names(root.path("male"));
        female = names(root.path("female"));
        surnames = names(root.path("surnames"));
        root.path("short").properties().forEach(e -> shorter.put(e.getKey(), strings(e.getValue())));
        root.path("places").properties().forEach(e -> {
            for (String circle : strings(e.getValue())) {
                regions.add(e.getKey());
                circles.add(circle);
            }
        });
        for (String part : List.of("villageStarts", "villageMiddles", "villageEnds")) {
            villageParts.add(strings(root.path(part)));
        }
    }

    private List<Name> names(JsonNode array) {
        List<Name> names = new ArrayList<>();
        for (JsonNode one : array) {
            Name name = new Name(
                    one.path("name").asString(""), one.path("weight").asDouble(1), strings(one.path("variants")));
            names.add(name);
            variants.putIfAbsent(Unicode.plain(name.name), name.variants);
        }
        return names;
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(one -> strings.add(one.asString("")));
        return strings;
    }

    String given(boolean woman, SplittableRandom random) {
        String first = draw(woman ? female : male, random);
        return random.nextInt(100) < 12 ? first + " " + draw(woman ? female : male, random) : first;
    }

    String surname(SplittableRandom random) {
        return draw(surnames, random);
    }

    private static String draw(List<Name> names, SplittableRandom random) {
        double total = names.stream().mapToDouble(Name::weight).sum();
        double at = random.nextDouble() * total;
        for (Name name : names) {
            at -= name.weight;
            if (at < 0) {
                return name.name;
            }
        }
        return names.getLast().name;
    }

    int circles() {
        return circles.size();
    }

    String circle(int number) {
        return circles.get(number);
    }

    String region(int number) {
        return regions.get(number);
    }

    /** A village of a circle; the same number is the same village. */
    String village(int circle, int number) {
        SplittableRandom random = new SplittableRandom(circle * 1000L + number);
        StringBuilder name = new StringBuilder();
        for (List<String> part : villageParts) {
            name.append(part.get(random.nextInt(part.size())));
        }
        return name.toString();
    }

    /** Another way to write a name, or the name itself. */
    String variant(String name, SplittableRandom random) {
        List<String> known = variants.getOrDefault(Unicode.plain(name), List.of());
        return known.isEmpty() ? name : known.get(random.nextInt(known.size()));
    }

    /** What a person is called at home, or the name itself. */
    String shorter(String name, SplittableRandom random) {
        List<String> known = shorter.getOrDefault(Unicode.plain(name).toLowerCase(Locale.ROOT), List.of());
        return known.isEmpty() ? name : known.get(random.nextInt(known.size()));
    }
}
