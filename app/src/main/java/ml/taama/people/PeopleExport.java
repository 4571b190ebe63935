package ml.taama.people;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ml.taama.collection.sheets.SheetOut;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.database.Row;
import ml.taama.ui.Table;
import ml.taama.ui.Ui;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** People as a table to take away: within one's rights, a few at a time, with who took it when on its first line. */
@Component
class PeopleExport {

    private static final int CHUNK = 500;

    private final JdbcClient jdbc;
    private final PersonRows rows;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PeopleExport(JdbcClient jdbc, PersonRows rows, AuditTrail audit, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    ResponseEntity<byte[]> template(Ui ui) {
        return new Table(columns(ui)).download("taama.csv");
    }

    private static String[] columns(Ui ui) {
        return Arrays.stream(ImportColumn.values())
                .filter(c -> c != ImportColumn.NONE)
                .map(c -> ui.t("people.column." + c.word()))
                .toArray(String[]::new);
    }

    ResponseEntity<StreamingResponseBody> people(Shown shown, String format) {
        return Extracts.of(shown.ui(), "taama", format, clock.instant(), "", out -> write(shown, out));
    }

    private void write(Shown shown, SheetOut out) throws IOException {
        List<Long> heads = transaction.execute(status -> jdbc.sql("select distinct head from people.file order by head")
                .query(Row.mapper(r -> r.number("head").longValue()))
                .list());
        List<Long> all = heads == null ? List.of() : heads;
        transaction.executeWithoutResult(
                status -> audit.note("people.export", "people", "all", "", Map.of("people", all.size())));
        Ui ui = shown.ui();
        List<String> header = new ArrayList<>(List.of(ui.t("people.number"), ui.t("people.services")));
        header.addAll(List.of(columns(ui)));
        out.row(header);
        for (int at = 0; at < all.size(); at += CHUNK) {
            chunk(shown, out, all.subList(at, Math.min(all.size(), at + CHUNK)));
        }
    }

    private void chunk(Shown shown, SheetOut out, List<Long> heads) throws IOException {
        List<PersonFile> files = transaction.execute(status -> rows.ofHeads(heads));
        Map<Long, List<PersonFile>> people = (files == null ? List.<PersonFile>of() : files)
                .stream()
                        .collect(Collectors.groupingBy(
                                PersonFile::head, java.util.LinkedHashMap::new, Collectors.toList()));
        for (List<PersonFile> group : people.values()) {
            out.row(line(shown, Person.of(group)));
        }
    }

    private static List<String> line(Shown shown, Person person) {
        PersonName name = person.names().getFirst();
        Birth birth = person.birth();
        List<Place> places = person.places();
        return List.of(
                shown.number(person),
                shown.services(person),
                name.given(),
                name.surname(),
                shown.sex(person.sex()),
                birth.precision() == Birth.Precision.AGE ? "" : birth.standard(),
                birth.precision() == Birth.Precision.AGE
                        ? String.valueOf(birth.age().orElseThrow())
                        : "",
                person.mother(),
                person.father(),
                shown.countries(person.nationalities()),
                person.birthCountry().map(shown.ui()::country).orElse(""),
                shown.language(person.language()),
                String.join(", ", person.phones()),
                places.stream().map(Place::text).findFirst().orElse(""),
                places.stream()
                        .flatMap(p -> p.area().stream())
                        .map(a -> shown.areas().getOrDefault(a, a))
                        .findFirst()
                        .orElse(""),
                places.stream()
                        .flatMap(p -> p.country().stream())
                        .map(shown.ui()::country)
                        .findFirst()
                        .orElse(""));
    }
}
