package ml.taama.observatory;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ml.taama.collection.Catalogue;
import ml.taama.collection.forms.Cell;
import ml.taama.collection.forms.Dimension;
import ml.taama.collection.forms.Dimension.Choice;
import ml.taama.collection.forms.Form;
import ml.taama.collection.forms.Form.Past;
import ml.taama.collection.forms.Item;
import ml.taama.collection.forms.Measure;
import ml.taama.collection.forms.Question;
import ml.taama.platform.database.Row;
import ml.taama.platform.text.LocalText;
import ml.taama.platform.time.Period;
import ml.taama.reference.Places;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Indicators as what can be asked for, and observations as what is known of them. */
@Component
class ObservatoryCatalogue implements Catalogue {

    private static final String REGION = "region";
    private static final String COUNTRY = "country";

    private record Named(String dimension, Choice value) {}

    private record Known(String indicator, String place, Cell cell, Period period, Past past) {}

    private final JdbcClient jdbc;
    private final Places places;
    private final Clock clock;

    ObservatoryCatalogue(JdbcClient jdbc, Places places, Clock clock) {
        this.jdbc = jdbc;
        this.places = places;
        this.clock = clock;
    }

    @Override
    public List<Item> items() {
        Map<String, Dimension> dimensions = dimensions();
        return jdbc.sql("""
                select i.*, u.one, u.many, u.decimals,
                  array(select dataset from observatory.dataset_indicator where indicator = i.code order by 1) as datasets
                from observatory.indicator i join observatory.unit u on u.code = i.unit
                order by i.certainty = 'proposed', i.position, i.code
                """).query(Row.mapper(row -> item(row, dimensions))).list();
    }

    private static Item item(Row row, Map<String, Dimension> dimensions) throws SQLException {
        return new Item(
                row.text("code"),
                row.local("title"),
                row.maybeLocal("definition"),
                new Measure(row.text("unit"), row.local("one"), row.local("many"), row.whole("decimals")),
                row.list("disaggregation").stream()
                        .flatMap(d -> Optional.ofNullable(dimensions.get(d)).stream())
                        .toList(),
                row.list("datasets"));
    }

    /** Dimensions with their values; regions are those of today, countries those of ISO 3166. */
    private Map<String, Dimension> dimensions() {
        Map<String, List<Choice>> values = jdbc
                .sql("select * from observatory.dimension_value order by position, code")
                .query(Row.mapper(
                        row -> new Named(row.text("dimension"), new Choice(row.text("code"), row.local("name")))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Named::dimension, HashMap::new, Collectors.mapping(Named::value, Collectors.toList())));
        values.computeIfAbsent(REGION, d -> regions());
        values.computeIfAbsent(COUNTRY, d -> countries());
        Map<String, Dimension> dimensions = new LinkedHashMap<>();
        jdbc.sql("select * from observatory.dimension order by position, code")
                .query(Row.mapper(row -> new Dimension(
                        row.text("code"), row.local("name"), values.getOrDefault(row.text("code"), List.of()))))
                .list()
                .forEach(d -> dimensions.put(d.code(), d));
        return dimensions;
    }

    private List<Choice> regions() {
        LocalDate today = LocalDate.now(clock);
        return places.all().values().stream()
                .filter(p -> p.kind().equals(REGION) && p.validOn(today))
                .map(p -> new Choice(p.code(), p.name()))
                .toList();
    }

    private static List<Choice> countries() {
        return Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).stream()
                .map(c -> new Choice(c, country(Locale.of("", c))))
                .sorted(Comparator.comparing(c -> c.name().text(Locale.FRENCH)))
                .toList();
    }

    private static LocalText country(Locale country) {
        return new LocalText(Map.of(
                "fr", country.getDisplayCountry(Locale.FRENCH), "en", country.getDisplayCountry(Locale.ENGLISH)));
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Past> past(String organisation, List<Question> questions, Period before) {
        if (before.first().isEmpty() || questions.isEmpty()) {
            return Map.of();
        }
        LocalDate start = before.first().orElseThrow();
        String[] codes = questions.stream().map(Question::code).toArray(String[]::new);
        List<Known> known = jdbc
                .sql("""
                select * from observatory.observation
                where organisation = :organisation and indicator = any (:codes) and period is not null
                  and kind in ('actual', 'estimate') and status in ('done', 'ongoing') and set_aside is null
                """)
                .param("organisation", organisation)
                .param("codes", codes)
                .query(Row.mapper(ObservatoryCatalogue::known))
                .list()
                .stream()
                .filter(k ->
                        k.period().last().filter(day -> day.isBefore(start)).isPresent())
                .sorted(Comparator.comparing(k -> k.period().last().orElseThrow()))
                .toList();
        Map<String, Past> past = new HashMap<>();
        known.forEach(k -> past.put(Form.pastKey(k.indicator(), k.place(), k.cell()), k.past()));
        known.stream().collect(Collectors.groupingBy(Known::indicator)).forEach((indicator, all) -> {
            // A figure for the whole country is asked for without a place.
            Set<String> at = all.stream().map(Known::place).collect(Collectors.toSet());
            if (at.size() == 1) {
                all.forEach(k -> past.putIfAbsent(Form.pastKey(indicator, "", k.cell()), k.past()));
            }
        });
        return past;
    }

    private static Known known(Row row) throws SQLException {
        Period period = row.period("period").orElseThrow();
        return new Known(
                row.text("indicator"),
                row.maybe("place").orElse(""),
                Cell.of(DimensionNames.values(row.text("dimensions"))),
                period,
                new Past(row.number("value"), period.toString()));
    }
}
