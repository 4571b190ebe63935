package ml.taama.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ml.taama.people.People;
import ml.taama.people.Person;
import ml.taama.people.PersonFile;
import ml.taama.platform.database.Row;
import ml.taama.platform.security.Actors;
import ml.taama.ui.Listing;
import ml.taama.ui.Query;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists cases by pages, filtered and sorted in the database; finds them by number, or by the people who are in them. */
@Component
class CaseSearch {

    static final Set<String> ASKED = Set.of("state", "urgency", "country", "whose", "sort", "page");

    static final List<String> WHOSE = List.of("mine", "nobody", "shared");

    private static final int MOST = 100;

    private static final Map<String, String> ORDERS = Map.of(
            "number", "d.number",
            "received", "d.received_on",
            "changed", "d.changed_at",
            "country", "d.country",
            "state", "array_position(array['received', 'open', 'declined', 'closed'], d.state)",
            "urgency", "array_position(array['immediate', 'high', 'normal'], d.urgency)");

    private static final String USUAL =
            "d.state in ('declined', 'closed'), array_position(array['immediate', 'high', 'normal'], d.urgency), d.received_on desc";

    private static final String WHERE = """
             where (:state::text is null or d.state = :state) and (:urgency::text is null or d.urgency = :urgency)
              and (:country::text is null or d.country = :country)
              and (:whose::text is null or (:whose = 'mine' and d.account = platform.account()) or (:whose = 'nobody' and d.account is null)
                or (:whose = 'shared' and not d.organisation = any (platform.organisations('cases.manage'))))
            """;

    private final JdbcClient jdbc;
    private final People people;

    CaseSearch(JdbcClient jdbc, People people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    /** One page of the cases that the reader sees. */
    @Transactional(readOnly = true)
    Listing<Case> list(Query query) {
        int total = filtered("select count(*) from cases.dossier d" + WHERE, query)
                .query(Integer.class)
                .single();
        String order = order(query.get("sort"));
        return Listing.of(
                query,
                total,
                (offset, most) -> filtered(
                                CaseRows.SELECT + WHERE + " order by " + order + ", d.id desc limit " + most
                                        + " offset " + offset,
                                query)
                        .query(Row.mapper(CaseRows::read))
                        .list());
    }

    /** Numbers of all cases that a list shows, in its order. */
    @Transactional(readOnly = true)
    List<Long> ids(Query query) {
        return filtered(
                        "select d.id from cases.dossier d" + WHERE + " order by " + order(query.get("sort"))
                                + ", d.id desc",
                        query)
                .query(Row.mapper(r -> r.number("id").longValue()))
                .list();
    }

    /** Cases by their numbers, in that order. */
    @Transactional(readOnly = true)
    List<Case> all(List<Long> ids) {
        return jdbc.sql(CaseRows.SELECT + " where d.id = any (:ids) order by array_position(:ids, d.id)")
                .param("ids", ids.toArray(Long[]::new))
                .query(Row.mapper(CaseRows::read))
                .list();
    }

    private JdbcClient.StatementSpec filtered(String sql, Query query) {
        JdbcClient.StatementSpec statement = jdbc.sql(sql);
        for (String name : List.of("state", "urgency", "country", "whose")) {
            statement = statement.param(name, query.get(name).isEmpty() ? null : query.get(name));
        }
        return statement;
    }

    private static String order(String sort) {
        boolean down = sort.startsWith("-");
        String known = ORDERS.get(down ? sort.substring(1) : sort);
        return known == null ? USUAL : known + (down ? " desc" : "");
    }

    /** Cases that a question finds: their number, or a name, telephone or number of somebody in them. */
    @Transactional(readOnly = true)
    List<Case> find(String question) {
        if (question.isBlank() || !Actors.current().signedIn()) {
            return List.of();
        }
        List<Long> files = new ArrayList<>();
        for (Person person : people.search(question, MOST)) {
            person.files().stream().map(PersonFile::id).forEach(files::add);
        }
        return jdbc.sql(CaseRows.SELECT + """
                 where d.number = :number or d.id in (
                  select dossier from cases.participant where file = any (:files) and ended_at is null)
                order by d.state in ('declined', 'closed'), d.received_on desc, d.id desc limit 100
                """)
                .param("number", CaseNumber.read(question).orElse(""))
                .param("files", files.toArray(Long[]::new))
                .query(Row.mapper(CaseRows::read))
                .list();
    }

    /** Cases of a person, the latest first. */
    @Transactional(readOnly = true)
    List<Case> of(List<Long> files) {
        return jdbc.sql(CaseRows.SELECT + """
                 where d.id in (select dossier from cases.participant where file = any (:files) and ended_at is null)
                order by d.received_on desc, d.id desc
                """)
                .param("files", files.toArray(Long[]::new))
                .query(Row.mapper(CaseRows::read))
                .list();
    }
}
