package ml.taama.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import ml.taama.RunningSite;
import ml.taama.platform.audit.SealCheck.Fault;
import ml.taama.platform.audit.SealCheck.Result;
import ml.taama.platform.audit.SealCheck.Wrong;
import ml.taama.platform.database.Database;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Actors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody with all rights on the database changes the trail in every way; the check names the row. */
class SealStoreTest {

    private static final int ENTRIES = 20;

    @TempDir
    private Path home;

    private RunningSite site;
    private JdbcClient owner;

    @BeforeEach
    void start() {
        site = RunningSite.bare(Map.of("taama.seals", home.toString()));
        owner = site.owner();
        note(ENTRIES);
        assertThat(sealer().seal()).isEqualTo(ENTRIES);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private Sealer sealer() {
        return site.bean(Sealer.class);
    }

    private void note(int entries) {
        TransactionTemplate transaction = site.bean(TransactionTemplate.class);
        for (int i = 0; i < entries; i++) {
            int number = i;
            Actors.run(
                    Actor.person(7, List.of()),
                    () -> transaction.executeWithoutResult(status -> site.bean(AuditTrail.class)
                            .note("thing.change", "thing", number, "DGME", Map.of("step", number))));
        }
    }

    private Result check() {
        return SealCheck.of(site.database(), home);
    }

    private long entry(int number) {
        return Objects.requireNonNull(owner.sql("select entry from platform.audit_seal where sequence = ?")
                .param(number)
                .query(Long.class)
                .single());
    }

    @Test
    void findsNothingInAnUntouchedTrail() {
        note(5);
        assertThat(check()).isEqualTo(new Result(ENTRIES, 5, 1, List.of()));
        assertThat(sealer().seal()).isEqualTo(5);
        assertThat(check()).isEqualTo(new Result(ENTRIES + 5, 0, 2, List.of()));
    }

    @Test
    void namesAnEntryThatWasChangedInAnyOfItsFields() {
        for (String change : List.of(
                "account = 8",
                "at = at + interval '1 microsecond'",
                "actor = 'system'",
                "action = 'thing.keep'",
                "subject = 'thin'",
                "subject_id = subject_id || '0'",
                "organisation = 'DNPS'",
                "organisation = null",
                "address = '192.0.2.1'",
                "detail = '{}'")) {
            long id = entry(7);
            owner.sql("create table kept as select * from platform.audit_entry where id = " + id)
                    .update();
            owner.sql("update platform.audit_entry set " + change + " where id = ?")
                    .param(id)
                    .update();
            assertThat(check().faults()).as(change).containsExactly(new Fault(Wrong.CHANGED, id));
            owner.sql("""
                    update platform.audit_entry e set account = k.account, at = k.at, actor = k.actor, action = k.action,
                      subject = k.subject, subject_id = k.subject_id, organisation = k.organisation, address = k.address,
                      detail = k.detail from kept k where e.id = k.id
                    """).update();
            owner.sql("drop table kept").update();
            assertThat(check().faults()).as("after " + change).isEmpty();
        }
    }

    @Test
    void namesAnEntryThatWasRemoved() {
        long id = entry(11);
        owner.sql("delete from platform.audit_entry where id = ?").param(id).update();
        assertThat(check().faults()).containsExactly(new Fault(Wrong.REMOVED, id));
    }

    @Test
    void namesASealThatWasRemovedWithItsEntry() {
        long id = entry(11);
        owner.sql("delete from platform.audit_seal where sequence = 11").update();
        owner.sql("delete from platform.audit_entry where id = ?").param(id).update();
        assertThat(check().faults()).containsExactly(new Fault(Wrong.SEAL, 11));
    }

    @Test
    void namesTheEndThatWasCutOff() {
        for (int sequence = ENTRIES - 4; sequence <= ENTRIES; sequence++) {
            long id = entry(sequence);
            owner.sql("delete from platform.audit_seal where sequence = ?")
                    .param(sequence)
                    .update();
            owner.sql("delete from platform.audit_entry where id = ?").param(id).update();
        }
        assertThat(check().faults()).containsExactly(new Fault(Wrong.SEAL, ENTRIES));
    }

    @Test
    void namesAnEntryThatWasInsertedAmongOlderOnes() {
        long id = insert("(select transaction from platform.audit_entry order by id offset 4 limit 1)", "now()");
        assertThat(check().faults()).containsExactly(new Fault(Wrong.INSERTED, id));
        sealer().seal();
        assertThat(check().faults()).containsExactly(new Fault(Wrong.INSERTED, id));
    }

    @Test
    void namesAnEntryThatSaysItIsOlder() {
        long id = insert("pg_current_xact_id()", "now() - interval '3 days'");
        assertThat(sealer().seal()).isEqualTo(1);
        assertThat(check().faults()).containsExactly(new Fault(Wrong.INSERTED, id));
    }

    @Test
    void namesAnEntryThatIsNeverToBeSealed() {
        long id = insert("'999999999'", "now()");
        assertThat(check().faults()).containsExactly(new Fault(Wrong.INSERTED, id));
    }

    private long insert(String transaction, String at) {
        return Objects.requireNonNull(
                owner.sql("""
                insert into platform.audit_entry (at, transaction, account, action, subject, subject_id)
                values (%s, %s, 7, 'thing.change', 'thing', '1') returning id
                """.formatted(at, transaction)).query(Long.class).single());
    }

    @Test
    void aSealMadeWithoutTheKeyIsFoundOut() {
        long id = entry(3);
        owner.sql("update platform.audit_entry set account = 9 where id = ?")
                .param(id)
                .update();
        owner.sql("update platform.audit_seal set hash = encode(sha256('guess'), 'hex') where entry = ?")
                .param(id)
                .update();
        assertThat(check().faults()).contains(new Fault(Wrong.CHANGED, id));
    }

    @Test
    void waitsForATransactionThatIsStillOpen() throws Exception {
        try (var connection = site.database().ownerDataSource().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(
                    "insert into platform.audit_entry (action, subject, subject_id) values ('slow', 'thing', '1')");
            note(3);
            assertThat(sealer().seal()).isZero();
            connection.commit();
        }
        assertThat(sealer().seal()).isEqualTo(4);
        assertThat(owner.sql("""
                        select action from platform.audit_entry e join platform.audit_seal s on s.entry = e.id
                        order by sequence offset 20 limit 1
                        """)
                        .query((row, n) -> Objects.requireNonNull(row.getString(1)))
                        .single())
                .isEqualTo("slow");
        assertThat(check().faults()).isEmpty();
    }

    @Test
    void anotherSecretMakesEverySealWrong() {
        try (Database other = Database.external(
                site.database()
                        .address()
                        .replace("jdbc:", "")
                        .replace("postgresql://", "postgresql://taama:temporary@"),
                "another-secret-of-another-installation")) {
            assertThat(SealCheck.of(other, home).faults()).hasSize(ENTRIES);
        }
    }
}
