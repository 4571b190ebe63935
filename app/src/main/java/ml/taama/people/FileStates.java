package ml.taama.people;

import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Permission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Locks the files of a person: they are kept and read, and nothing in them changes. */
@Component
class FileStates {

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    FileStates(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** Locks all files of a person, or opens them again. */
    @Transactional
    void lock(long file, boolean locked) {
        Actors.current().require(Permission.PROTECT_PEOPLE);
        int changed = jdbc.sql("""
                update people.file set state = ?, version = version + 1
                where head = (select head from people.file where id = ?) and state = ?
                """)
                .params(locked ? "locked" : "open", file, locked ? "open" : "locked")
                .update();
        if (changed > 0) {
            audit.note(locked ? "person.lock" : "person.unlock", "person", file);
        }
    }
}
