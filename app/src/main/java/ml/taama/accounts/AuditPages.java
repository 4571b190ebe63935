package ml.taama.accounts;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ml.taama.platform.audit.AuditReader;
import ml.taama.platform.audit.AuditReader.Entry;
import ml.taama.platform.audit.AuditReader.Search;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.security.Needs;
import ml.taama.platform.security.Permission;
import ml.taama.platform.text.Plain;
import ml.taama.ui.Html;
import ml.taama.ui.Listing;
import ml.taama.ui.Pages;
import ml.taama.ui.Query;
import ml.taama.ui.Table;
import ml.taama.ui.Ui;
import ml.taama.ui.WorkEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The audit trail, to search and to take away. */
@Controller
@Needs(Permission.READ_AUDIT)
public class AuditPages {

    private static final Set<String> ASKED =
            Set.of("account", "action", "subject", "organisation", "from", "to", "page");
    private static final int MOST = 100_000;

    /** Entries that were asked for. */
    public record AuditPage(
            Listing<Entry> listing, List<String> actions, Map<String, String> organisations, Map<Long, String> names) {}

    private final Pages pages;
    private final AuditReader audit;
    private final AuditTrail trail;
    private final Accounts accounts;
    private final Words words;

    AuditPages(Pages pages, AuditReader audit, AuditTrail trail, Accounts accounts, Words words) {
        this.pages = pages;
        this.audit = audit;
        this.trail = trail;
        this.accounts = accounts;
        this.words = words;
    }

    @Bean
    static WorkEntry auditEntry() {
        return new WorkEntry(85, "audit.title", "/audit", "journal-check", actor -> actor.may(Permission.READ_AUDIT));
    }

    @GetMapping("/{language}/audit")
    Html audit(Ui ui, @RequestParam Map<String, String> parameters) {
        Query query = Query.of("/audit", parameters, ASKED);
        Map<Long, String> names = accounts.names();
        Search search = search(query, names);
        Listing<Entry> listing =
                Listing.of(query, audit.count(search), (offset, most) -> audit.find(search, offset, most));
        return pages.page(
                "accounts/audit", ui, new AuditPage(listing, audit.actions(), words.organisations(ui), names));
    }

    @GetMapping("/{language}/audit.csv")
    ResponseEntity<byte[]> table(@RequestParam Map<String, String> parameters) {
        Table table = new Table(
                "id", "at", "account", "actor", "action", "subject", "subject_id", "organisation", "address", "detail");
        Search search = search(Query.of("/audit", parameters, ASKED), accounts.names());
        for (Entry e : audit.find(search, 0, MOST)) {
            table.row(
                    String.valueOf(e.id()),
                    e.at().toString(),
                    String.valueOf(e.account()),
                    e.actor(),
                    e.action(),
                    e.subject(),
                    e.subjectId(),
                    e.organisation(),
                    e.address(),
                    e.detail());
        }
        trail.note("audit.export", "audit", "");
        return table.download("audit.csv");
    }

    /** A person is found by number or by name; a name that nobody has finds nothing. */
    private static Search search(Query query, Map<Long, String> names) {
        String who = query.get("account");
        Optional<Long> account = who.isEmpty()
                ? Optional.empty()
                : who.matches("\\d{1,18}")
                        ? Optional.of(Long.parseLong(who))
                        : names.entrySet().stream()
                                .filter(e -> Plain.has(Plain.text(e.getValue()), who))
                                .map(Map.Entry::getKey)
                                .findFirst()
                                .or(() -> Optional.of(-1L));
        return new Search(
                account,
                query.get("action"),
                query.get("subject"),
                query.get("organisation"),
                day(query.get("from")),
                day(query.get("to")));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
