package ml.taama.cases;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import ml.taama.cases.Aid.Given;
import ml.taama.collection.sheets.SheetOut;
import ml.taama.people.Extracts;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.database.Row;
import ml.taama.ui.Query;
import ml.taama.ui.Ui;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Cases and services as tables to take away: within one's rights, a few at a time, with who took them, when and for what. */
@Component
class CaseExport {

    /** For what a table is taken. */
    static final List<String> PURPOSES = List.of("follow-up", "coordination", "reporting", "control");

    private static final int CHUNK = 500;

    private final JdbcClient jdbc;
    private final CaseSearch search;
    private final Shown.Maker shown;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CaseExport(
            JdbcClient jdbc,
            CaseSearch search,
            Shown.Maker shown,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.search = search;
        this.shown = shown;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    private static String purpose(Ui ui, String word) {
        return ui.t("case.export.mark", ui.t("case.export.for." + word));
    }

    /** The cases of a list, all of its pages. */
    ResponseEntity<StreamingResponseBody> cases(Ui ui, Query query, String format, String purpose) {
        return Extracts.of(ui, "taama-cases", format, clock.instant(), purpose(ui, purpose), out -> {
            List<Long> ids = Objects.requireNonNull(transaction.execute(status -> {
                List<Long> found = search.ids(query);
                audit.note("cases.export", "cases", "all", "", Map.of("cases", found.size(), "purpose", purpose));
                return found;
            }));
            out.row(header(
                    ui,
                    "number",
                    "organisation",
                    "state",
                    "urgency",
                    "where",
                    "channel",
                    "headcount",
                    "people",
                    "received",
                    "follower",
                    "outcome",
                    "closure"));
            for (int at = 0; at < ids.size(); at += CHUNK) {
                List<Long> some = ids.subList(at, Math.min(ids.size(), at + CHUNK));
                write(ui, out, Objects.requireNonNull(transaction.execute(status -> search.all(some))));
            }
        });
    }

    private static List<String> header(Ui ui, String... columns) {
        List<String> header = new ArrayList<>();
        for (String column : columns) {
            header.add(ui.t("case.export.column." + column));
        }
        return header;
    }

    private void write(Ui ui, SheetOut out, List<Case> cases) throws IOException {
        Shown words = words(ui, cases.stream().flatMap(c -> c.people().stream()).toList());
        for (Case dossier : cases) {
            out.row(List.of(
                    dossier.spaced(),
                    words.organisation(dossier.organisation()),
                    ui.t("case.state." + dossier.state().word()),
                    ui.t("case.urgency." + dossier.urgency()),
                    words.where(dossier.country(), dossier.area()),
                    ui.t("case.channel." + dossier.channel()),
                    String.valueOf(dossier.headcount()),
                    dossier.people().stream()
                            .map(f -> words.name(f) + " (" + words.number(f) + ")")
                            .collect(Collectors.joining("; ")),
                    dossier.receivedOn().toString(),
                    words.follower(dossier.account()),
                    dossier.outcome().map(o -> ui.t("case.outcome." + o)).orElse(""),
                    dossier.closure().map(c -> ui.t("case.closure." + c)).orElse("")));
        }
    }

    private Shown words(Ui ui, List<Long> files) {
        return Objects.requireNonNull(transaction.execute(
                status -> shown.of(ui, files.stream().distinct().toList())));
    }

    /**
     * One line for each person and service that was given and not cancelled, the earliest first.
     *
     * @param from first day, if it is narrowed
     * @param to last day, if it is narrowed
     */
    ResponseEntity<StreamingResponseBody> services(
            Ui ui, Optional<LocalDate> from, Optional<LocalDate> to, String format, String purpose) {
        return Extracts.of(ui, "taama-services", format, clock.instant(), purpose(ui, purpose), out -> {
            List<Long> ids = Objects.requireNonNull(transaction.execute(status -> {
                List<Long> found = jdbc.sql("""
                        select id from cases.service where cancelled_at is null
                          and (:from::date is null or given_on >= :from::date) and (:to::date is null or given_on <= :to::date)
                        order by given_on, id
                        """)
                        .param("from", from.orElse(null))
                        .param("to", to.orElse(null))
                        .query(Row.mapper(r -> r.number("id").longValue()))
                        .list();
                audit.note("services.export", "cases", "all", "", Map.of("services", found.size(), "purpose", purpose));
                return found;
            }));
            List<String> header = new ArrayList<>();
            header.add(ui.t("case.people"));
            ServiceColumn.words().stream()
                    .filter(w -> !w.equals("none") && !w.equals("remark"))
                    .forEach(w -> header.add(ui.t("service.column." + w)));
            header.addAll(header(ui, "organisation", "pathway"));
            out.row(header);
            for (int at = 0; at < ids.size(); at += CHUNK) {
                services(ui, out, ids.subList(at, Math.min(ids.size(), at + CHUNK)));
            }
        });
    }

    private record Line(long file, String number, String country, String pathway, Given given) {}

    private void services(Ui ui, SheetOut out, List<Long> ids) throws IOException {
        List<Line> lines = Objects.requireNonNull(transaction.execute(status -> lines(ids)));
        Shown words = words(ui, lines.stream().map(Line::file).toList());
        for (Line line : lines) {
            Given given = line.given();
            out.row(List.of(
                    words.name(line.file()),
                    words.number(line.file()),
                    CaseNumber.spaced(line.number()),
                    ui.t("case.need." + given.kind()),
                    given.givenOn().toString(),
                    line.country(),
                    given.quantity().toPlainString(),
                    given.amount().map(a -> a.toPlainString()).orElse(""),
                    given.currency().orElse(""),
                    ui.t("case.proof." + given.proof()),
                    words.organisation(given.organisation()),
                    ui.t("case.pathway." + line.pathway())));
        }
    }

    private List<Line> lines(List<Long> ids) {
        return jdbc.sql("""
                select v.file, d.number, d.country, s.* from cases.service s join cases.dossier d on d.id = s.dossier
                join cases.served v on v.service = s.id
                where s.id = any (:ids) order by array_position(:ids, s.id), v.file
                """)
                .param("ids", ids.toArray(Long[]::new))
                .query(Row.mapper(r -> new Line(
                        r.number("file").longValue(),
                        r.text("number"),
                        r.text("country"),
                        r.text("pathway"),
                        new Given(
                                r.text("kind"),
                                r.text("organisation"),
                                List.of(),
                                r.day("given_on").orElseThrow(),
                                r.number("quantity").stripTrailingZeros(),
                                r.maybeNumber("amount"),
                                r.maybe("currency"),
                                r.text("proof"),
                                ""))))
                .list();
    }
}
