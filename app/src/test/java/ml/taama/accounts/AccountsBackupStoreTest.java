package ml.taama.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import ml.taama.RunningSite;
import ml.taama.RunningSite.Visit;
import ml.taama.platform.audit.SealCheck;
import ml.taama.platform.audit.Sealer;
import ml.taama.platform.database.Backup;
import ml.taama.platform.database.Database;
import ml.taama.platform.database.EmbeddedPostgres;
import ml.taama.platform.database.Restore;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Actors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Accounts, second factors and the trail on another server, whose owner is no superuser and whose transactions count anew. */
class AccountsBackupStoreTest {

    private static final Path CACHE = Path.of("../.build").toAbsolutePath().normalize();
    private static final String SECRET = "temporary";

    @TempDir
    private Path folder;

    @Test
    void everythingComesBackAndGoesOn() {
        Path file = folder.resolve("taama.zip");
        byte[] secret = Totp.newSecret();
        long rows;
        try (RunningSite site = RunningSite.demonstration()) {
            site.visit("statistician");
            String sealed = site.bean(Sealed.class).seal(account(site.owner()), secret);
            site.owner()
                    .sql("update accounts.credential set totp_secret = ?, totp_confirmed_at = now() where account = ?")
                    .params(sealed, account(site.owner()))
                    .update();
            site.bean(Sealer.class).seal();
            site.visit("partner");
            rows = Backup.write(site.database(), file);
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.start(CACHE, folder.resolve("server"), "admin")) {
            JdbcClient admin =
                    JdbcClient.create(new DriverManagerDataSource(server.address("postgres"), "taama", "admin"));
            admin.sql("create role ministry login createrole password 'secret'").update();
            admin.sql("create database ministry owner ministry").update();
            String address = server.address("ministry") + "?user=ministry&password=secret";
            try (Database database = Database.external(address, SECRET)) {
                assertThat(Restore.read(file, database)).isEqualTo(rows);
                goesOn(database, secret);
            }
        }
    }

    private static long account(JdbcClient owner) {
        return owner.sql("select account from accounts.credential where email = 'coordinator@demo.example'")
                .query(Long.class)
                .single();
    }

    private static void goesOn(Database database, byte[] secret) {
        Path home = Path.of("no-such-folder");
        SealCheck.Result before = SealCheck.of(database, home);
        assertThat(before.faults()).isEmpty();
        assertThat(before.sealed()).isPositive();
        assertThat(before.waiting()).isPositive();
        try (RunningSite site = RunningSite.on(database, Map.of())) {
            Visit visit = site.visit("coordinator");
            visit.get("/en/second-factor");
            assertThat(visit.post("/en/second-factor", "code", new Totp().code(secret, Instant.now()))
                            .statusCode())
                    .isEqualTo(303);
            long highest = site.owner()
                    .sql("select max(id) from accounts.account")
                    .query(Long.class)
                    .single();
            long id = Actors.as(
                    Actor.system("test"),
                    () -> site.bean(Accounts.class).create("Somebody New", "new@service.example", Locale.FRENCH));
            assertThat(id).isGreaterThan(highest);
            assertThat(site.bean(Sealer.class).seal()).isGreaterThan((int) before.waiting());
            assertThat(SealCheck.of(database, home)).satisfies(after -> {
                assertThat(after.faults()).isEmpty();
                assertThat(after.waiting()).isZero();
            });
            long unforced = site.owner()
                    .sql("select count(*) from pg_class where relrowsecurity and not relforcerowsecurity")
                    .query(Long.class)
                    .single();
            assertThat(unforced).isZero();
        }
    }
}
