package ml.taama.platform.audit;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Appends to the audit trail. Entries hold codes and numbers of rows, never names, texts or other personal values. */
@Component
public class AuditTrail {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String INSERT = """
            insert into platform.audit_entry (action, subject, subject_id, organisation, address, detail)
            values (:action, :subject, :id, nullif(:organisation, ''), :address, :detail::jsonb)
            """;

    private final JdbcClient jdbc;

    AuditTrail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Notes what the actor of the transaction did.
     *
     * @param action a stable word, for example {@code return.send}
     * @param subject kind of thing, for example {@code return}
     * @param id number or code of the thing
     */
    @Transactional(propagation = Propagation.REQUIRED)
    public void note(String action, String subject, Object id) {
        note(action, subject, id, "", Map.of());
    }

    /** The same, for a thing that belongs to an organisation, with details that are no personal values. */
    @Transactional(propagation = Propagation.REQUIRED)
    public void note(String action, String subject, Object id, String organisation, Map<String, ?> detail) {
        jdbc.sql(INSERT)
                .param("action", action)
                .param("subject", subject)
                .param("id", String.valueOf(id))
                .param("organisation", organisation)
                .param("address", RequestAddress.current())
                .param("detail", MAPPER.writeValueAsString(detail))
                .update();
    }

    /** The same for many things of one organisation at once, an entry for each. */
    @Transactional(propagation = Propagation.REQUIRED)
    public void noteEach(String action, String subject, Long[] ids, String organisation, Map<String, ?> detail) {
        jdbc.sql("""
                insert into platform.audit_entry (action, subject, subject_id, organisation, address, detail)
                select :action, :subject, id::text, nullif(:organisation, ''), :address, :detail::jsonb from unnest(:ids::bigint[]) as id
                """)
                .param("action", action)
                .param("subject", subject)
                .param("ids", ids)
                .param("organisation", organisation)
                .param("address", RequestAddress.current())
                .param("detail", MAPPER.writeValueAsString(detail))
                .update();
    }
}
