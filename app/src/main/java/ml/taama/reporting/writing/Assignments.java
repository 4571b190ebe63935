package ml.taama.reporting.writing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import ml.taama.accounts.Notices;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Permission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which organisations write and sign which sections. */
@Component
class Assignments {

    private final JdbcClient jdbc;
    private final Sections sections;
    private final Notices notices;
    private final AuditTrail audit;

    Assignments(JdbcClient jdbc, Sections sections, Notices notices, AuditTrail audit) {
        this.jdbc = jdbc;
        this.sections = sections;
        this.notices = notices;
        this.audit = audit;
    }

    /** Organisations by section. */
    @Transactional(readOnly = true)
    public Map<String, Set<String>> of(String cycle) {
        Map<String, Set<String>> assigned = new TreeMap<>();
        jdbc.sql("select section, organisation from reporting.assignment where cycle = ?")
                .param(cycle)
                .query(row -> {
                    assigned.computeIfAbsent(row.getString("section"), ignored -> new TreeSet<>())
                            .add(row.getString("organisation"));
                });
        return assigned;
    }

    /** Assigns a section to some organisations, and to no other; those who are new to it are told. */
    @Transactional
    public void set(String cycle, String section, List<String> organisations) {
        Actors.current().require(Permission.MANAGE_REPORTS);
        Set<String> before = of(cycle).getOrDefault(section, Set.of());
        jdbc.sql("delete from reporting.assignment where cycle = ? and section = ? and organisation <> all (?)")
                .params(cycle, section, organisations.toArray(String[]::new))
                .update();
        for (String organisation : organisations) {
            if (before.contains(organisation)) {
                continue;
            }
            jdbc.sql("insert into reporting.assignment (cycle, section, organisation) values (?, ?, ?)")
                    .params(cycle, section, organisation)
                    .update();
            notices.tell(
                    Permission.SIGN_REPORTS,
                    organisation,
                    "assigned",
                    "/work/reports/" + cycle + "#" + section,
                    null,
                    sections.title(cycle, section));
        }
        audit.note("section.assign", "section", cycle + "/" + section, "", Map.of("organisations", organisations));
    }
}
