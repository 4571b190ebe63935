package ml.taama.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ml.taama.matching.RecordView;
import ml.taama.organisations.Organisations;
import ml.taama.platform.security.Permission;
import ml.taama.reference.Places;
import ml.taama.ui.Ui;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files of the register as a reviewer of duplicates sees them: never telephones or numbers of papers. */
@Component
class PeopleCards implements RecordView {

    private final PersonRows rows;
    private final Search search;
    private final Organisations organisations;
    private final Places places;
    private final JdbcClient jdbc;

    PeopleCards(PersonRows rows, Search search, Organisations organisations, Places places, JdbcClient jdbc) {
        this.rows = rows;
        this.search = search;
        this.organisations = organisations;
        this.places = places;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, Card> cards(Ui ui, Collection<Long> records) {
        Map<Long, Card> cards = new HashMap<>();
        for (PersonFile file : rows.together(records)) {
            if (records.contains(file.id())) {
                cards.put(file.id(), card(ui, file));
            }
        }
        return cards;
    }

    private Card card(Ui ui, PersonFile file) {
        boolean opens = ui.visitor().actor().maySomewhere(Permission.READ_PEOPLE);
        return new Card(
                file.name(),
                PublicNumber.spaced(file.number()) + " · " + organisation(ui, file.organisation()),
                opens ? Optional.of("/work/people/" + file.id()) : Optional.empty(),
                file.invented(),
                fields(ui, file));
    }

    private List<Field> fields(Ui ui, PersonFile file) {
        PersonData data = file.data();
        List<PersonName> names = data.names();
        List<Field> fields = new ArrayList<>();
        fields.add(
                new Field(ui.t("matching.comparison.given"), join(names.stream().map(PersonName::given)), "given"));
        fields.add(new Field(
                ui.t("matching.comparison.surname"), join(names.stream().map(PersonName::surname)), "surname"));
        fields.add(new Field(ui.t("matching.comparison.sex"), ui.t("card.sex." + data.sex()), "sex"));
        fields.add(new Field(ui.t("matching.comparison.born"), birth(ui, data.birth()), "born"));
        fields.add(new Field(ui.t("matching.comparison.mother"), data.mother(), "mother"));
        fields.add(new Field(ui.t("matching.comparison.father"), data.father(), "father"));
        fields.add(new Field(
                ui.t("matching.comparison.village"), join(data.places().stream().map(p -> place(ui, p))), "village"));
        fields.add(new Field(
                ui.t("card.nationalities"), join(data.nationalities().stream().map(ui::country)), ""));
        fields.add(new Field(ui.t("card.number"), PublicNumber.spaced(file.number()), ""));
        fields.add(new Field(ui.t("card.organisation"), organisation(ui, file.organisation()), ""));
        fields.add(new Field(ui.t("card.registered"), ui.moment(file.createdAt()), ""));
        return fields;
    }

    private static String join(Stream<String> words) {
        return words.filter(w -> !w.isBlank()).distinct().collect(Collectors.joining(", "));
    }

    private static String birth(Ui ui, Birth birth) {
        return switch (birth.precision()) {
            case DAY -> ui.day(birth.first().orElseThrow());
            case ABOUT, AGE -> ui.t("card.about", birth.standard().substring(1));
            default -> birth.standard();
        };
    }

    private String place(Ui ui, Place place) {
        return Stream.of(
                        place.text(),
                        place.area()
                                .flatMap(a -> Optional.ofNullable(places.all().get(a)))
                                .map(a -> ui.text(a.name()))
                                .orElse(""),
                        place.country().map(ui::country).orElse(""))
                .filter(w -> !w.isBlank())
                .collect(Collectors.joining(", "));
    }

    private String organisation(Ui ui, String code) {
        return Optional.ofNullable(organisations.all().get(code))
                .map(o -> o.name().name().text(ui.language()))
                .orElse(code);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Long> search(String question, int most) {
        return search.find(question, most).stream()
                .flatMap(p -> p.files().stream())
                .map(PersonFile::id)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, Map<String, String>> groups(Collection<Long> records) {
        record Group(long file, Map<String, String> values) {}
        return jdbc
                .sql("""
                select f.id, f.sex, coalesce((date_part('year', f.seen_on) - date_part('year', f.birth_first))::text, '') as age,
                  coalesce((select coalesce(area, country) from people.place where file = f.id
                    order by array_position(array['origin', 'birth', 'residence', 'destination'], kind), id limit 1), '') as home
                from people.file f where f.id = any(?)
                """)
                .param(records.toArray(Long[]::new))
                .query(ml.taama.platform.database.Row.mapper(r -> new Group(
                        r.number("id").longValue(),
                        Map.of("sex", r.text("sex"), "age", age(r.text("age")), "origin", r.text("home")))))
                .list()
                .stream()
                .collect(Collectors.toMap(Group::file, Group::values));
    }

    private static String age(String years) {
        if (years.isEmpty()) {
            return "";
        }
        int age = (int) Double.parseDouble(years);
        return age < 18 ? "0-17" : age < 35 ? "18-34" : age < 60 ? "35-59" : "60+";
    }
}
