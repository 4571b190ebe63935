package ml.taama.people;

import static ml.taama.people.PeopleStage.ANTENNA;
import static ml.taama.people.PeopleStage.CONSULATE;
import static ml.taama.people.PeopleStage.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Role;
import ml.taama.platform.vault.KeyRotation;
import ml.taama.platform.vault.SealedColumn;
import ml.taama.platform.vault.Vault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Keys are rotated: everything opens and is found afterwards as before, and what the old ones sealed opens no more. */
class KeyRotationStoreTest {

    /** Sealed nowhere, or not by the vault: the token, which is made anew beside its value. */
    private static final Set<String> OTHERS = Set.of("people.sealed_value.token");

    private static PeopleStage stage;
    private static Actor agent;
    private static Actor manager;

    @BeforeAll
    static void start() {
        stage = new PeopleStage();
        agent = stage.agent(CONSULATE);
        manager = stage.actor(Role.CASE_MANAGER, CONSULATE);
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    private static KeyRotation.Result rotate() {
        return stage.get(KeyRotation.class).run((table, done, all) -> {});
    }

    private static Collection<SealedColumn> columns() {
        return stage.site().context().getBeansOfType(SealedColumn.class).values();
    }

    /** Somebody of whom every kind of sealed value is kept. */
    private static long known(String given, String phone, String paper) {
        long file = stage.register(agent, person(given, "Clé", phone), CONSULATE);
        stage.as(manager, () -> {
            stage.get(Papers.class).add(file, "passport", Optional.of("ML"), paper, Optional.empty());
            stage.get(PersonNotes.class).add(file, "health", "suivie à l’hôpital");
            stage.get(RightsRequests.class).receive(file, "access", "tout ce qui est écrit");
            stage.get(PeopleImports.class)
                    .upload(CONSULATE, "arrivees.csv", "nom;prenom\nClé;Fanta\n".getBytes(StandardCharsets.UTF_8));
            return stage.get(Consents.class)
                    .give(
                            file,
                            CONSULATE,
                            "service",
                            Optional.empty(),
                            "consent",
                            "proxy",
                            LocalDate.of(2026, 1, 1),
                            "bm",
                            "la tante");
        });
        return file;
    }

    private static void isKnown(long file, String phone, String paper) {
        stage.as(manager, () -> {
            assertThat(stage.get(People.class).find(file).orElseThrow().phones())
                    .contains(phone);
            for (String asked : List.of(phone, paper)) {
                assertThat(stage.get(People.class).search(asked, 5))
                        .as("found by %s", asked)
                        .anyMatch(p -> p.head().id() == file);
            }
            assertThat(stage.get(PersonNotes.class).of(file))
                    .anyMatch(n -> n.text().equals("suivie à l’hôpital"));
            assertThat(stage.get(Consents.class).of(file))
                    .anyMatch(c -> c.witness().equals("la tante"));
            return null;
        });
        stage.as(stage.actor(Role.DATA_PROTECTION_OFFICER, ANTENNA), () -> {
            assertThat(stage.get(RightsRequests.class).of(file))
                    .anyMatch(r -> r.detail().equals("tout ce qui est écrit"));
            return null;
        });
    }

    private static Map<String, Set<String>> marks() {
        return columns().stream()
                .collect(Collectors.toMap(
                        c -> c.table() + "." + c.column(),
                        c -> new TreeSet<>(stage.site()
                                .owner()
                                .sql("select distinct encode(substring(" + c.column() + " from 1 for 5), 'hex') from "
                                        + c.table() + " where " + c.column() + " is not null")
                                .query((row, n) -> Objects.requireNonNull(row.getString(1)))
                                .list())));
    }

    @Test
    void everythingOpensAndIsFoundAfterwardsAndTheOldKeysAreGone() {
        long file = known("Assitan", "76 90 90 90", "KA 44 55 66");
        byte[] before = stage.site()
                .owner()
                .sql("select content from people.sealed_value where file = ? and kind = 'phone'")
                .param(file)
                .query(byte[].class)
                .single();
        byte[] pseudonym = stage.get(Vault.class).lasting("cases.statistics");
        byte[] token = stage.get(Vault.class).token("phone", "76909090");

        KeyRotation.Result result = rotate();

        assertThat(result.sealed()).isGreaterThanOrEqualTo(6);
        assertThat(result.lost()).isZero();
        isKnown(file, "76 90 90 90", "KA 44 55 66");
        assertThatThrownBy(() -> stage.get(Vault.class).open("people.phone " + file, before))
                .as("what the old key sealed")
                .isInstanceOf(IllegalStateException.class);
        assertThat(stage.get(Vault.class).tokens("phone", "76909090"))
                .hasSize(1)
                .noneMatch(t -> java.util.Arrays.equals(t, token));
        assertThat(stage.get(Vault.class).lasting("cases.statistics")).isEqualTo(pseudonym);
        assertThat(audited("keys.renew")).isEqualTo(audited("keys.retire")).isPositive();
        assertThat(marks().values().stream().flatMap(Set::stream).distinct())
                .as("one key for everything")
                .hasSize(1);
    }

    private static long audited(String action) {
        return stage.site()
                .owner()
                .sql("select count(*) from platform.audit_entry where action = ?")
                .param(action)
                .query(Long.class)
                .single();
    }

    @Test
    void aRotationThatIsCutShortLosesNothingAndIsGoneOnWith() {
        List<Long> files = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            files.add(stage.register(agent, person("Coupée" + i, "Rotation", "7711" + (2000 + i)), CONSULATE));
        }
        long file = known("Interrompue", "77 90 90 91", "KB 44 55 66");
        KeyRotation rotation = stage.get(KeyRotation.class);
        assertThatThrownBy(() -> rotation.run((table, done, all) -> {
                    throw new IllegalStateException("the light went out");
                }))
                .hasMessage("the light went out");
        assertThat(marks().values().stream().flatMap(Set::stream).distinct())
                .as("some with the old key, some with the new one")
                .hasSize(2);
        isKnown(file, "77 90 90 91", "KB 44 55 66");
        long meanwhile = known("Entre-temps", "77 90 90 92", "KC 44 55 66");

        assertThat(rotate().lost()).isZero();

        isKnown(file, "77 90 90 91", "KB 44 55 66");
        isKnown(meanwhile, "77 90 90 92", "KC 44 55 66");
        for (int i = 0; i < files.size(); i++) {
            String phone = "7711" + (2000 + i);
            long expected = files.get(i);
            assertThat(stage.as(agent, () -> stage.get(People.class).search(phone, 5)))
                    .anyMatch(p -> p.head().id() == expected);
        }
        assertThat(marks().values().stream().flatMap(Set::stream).distinct()).hasSize(1);
    }

    @Test
    void whatDoesNotOpenIsLeftAndKeepsTheOldKeys() {
        long file = known("Abîmée", "77 90 90 93", "KD 44 55 66");
        stage.site()
                .owner()
                .sql(
                        "update people.sealed_value set content = substring(content from 1 for 5) || '\\x00'::bytea where file = ? and kind = 'note'")
                .param(file)
                .update();
        KeyRotation.Result result = rotate();
        assertThat(result.lost()).isEqualTo(1);
        assertThat(stage.get(Vault.class).tokens("phone", "1")).hasSize(2);
        stage.site()
                .owner()
                .sql("delete from people.sealed_value where file = ? and kind = 'note'")
                .param(file)
                .update();
        assertThat(rotate().lost()).isZero();
        assertThat(stage.get(Vault.class).tokens("phone", "1")).hasSize(1);
    }

    @Test
    void whatNoModuleTellsOfKeepsTheOldKeysToo() {
        stage.site()
                .owner()
                .sql("create table public.forgotten (content bytea)")
                .update();
        stage.site()
                .owner()
                .sql("insert into public.forgotten values (?)")
                .param(stage.get(Vault.class).seal("public.forgotten", "quelque chose"))
                .update();
        try {
            assertThat(rotate().lost()).isEqualTo(1);
            assertThat(stage.get(Vault.class).tokens("phone", "1")).hasSize(2);
        } finally {
            stage.site().owner().sql("drop table public.forgotten").update();
        }
        assertThat(rotate().lost()).isZero();
    }

    @Test
    void itIsRefusedWhileTheSiteWorks() {
        stage.count(agent, "people.file");
        assertThatThrownBy(() -> KeyRotation.refuseAtWork(stage.site().database()))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("platform.database-in-use"));
    }

    /** Whoever seals something in a new column says so here, or a rotation would take away the key that opens it. */
    @Test
    void everyColumnOfBytesAboutPeopleIsSealedAnew() {
        Set<String> known = new TreeSet<>(OTHERS);
        columns().forEach(c -> known.add(c.table() + "." + c.column()));
        assertThat(stage.site()
                        .owner()
                        .sql("""
                        select table_schema || '.' || table_name || '.' || column_name from information_schema.columns
                        where data_type = 'bytea' and table_schema in ('people', 'matching', 'cases')
                        """)
                        .query((row, n) -> Objects.requireNonNull(row.getString(1)))
                        .list())
                .containsExactlyInAnyOrderElementsOf(known);
    }
}
