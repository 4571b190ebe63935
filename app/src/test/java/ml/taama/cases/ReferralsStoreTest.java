package ml.taama.cases;

import static ml.taama.cases.CaseStage.ANTENNA;
import static ml.taama.cases.CaseStage.CONSULATE;
import static ml.taama.cases.CaseStage.IOM;
import static ml.taama.cases.CaseStage.given;
import static ml.taama.cases.CaseStage.proposal;
import static ml.taama.cases.CaseStage.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import ml.taama.cases.Referral.Proposal;
import ml.taama.cases.ReferralState.Move;
import ml.taama.people.Consents;
import ml.taama.people.People;
import ml.taama.platform.security.Actor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Cases that services send to each other: what the other side sees, when it begins and when it ends. */
class ReferralsStoreTest {

    private static CaseStage stage;

    @BeforeAll
    static void start() {
        stage = new CaseStage();
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    private static Referrals referrals() {
        return stage.get(Referrals.class);
    }

    private static Referral find(Actor actor, long id) {
        return stage.as(actor, () -> referrals().find(id)).orElseThrow();
    }

    private static long seen(Actor actor, long dossier) {
        return stage.count(actor, "cases.dossier where id = " + dossier);
    }

    @Test
    void withoutConsentNothingIsSharedUnlessAReasonIsStored() {
        long file = stage.register("Fily", "Cissokho");
        long id = stage.open(file);
        assertThatThrownBy(() -> stage.as(
                        stage.manager, () -> referrals().propose(id, proposal(ANTENNA, List.of("request"), "", file))))
                .hasMessageStartingWith("cases.no-consent");
        assertThat(seen(stage.antenna, id)).isZero();
        long referral = stage.as(
                stage.manager,
                () -> referrals().propose(id, proposal(ANTENNA, List.of("request"), "inconscient à l’hôpital", file)));
        assertThat(find(stage.antenna, referral).basis()).isEqualTo("vital-interest");
        assertThat(stage.as(stage.antenna, () -> stage.get(Journal.class).of(id)))
                .extracting(Journal.Entry::text)
                .contains("inconscient à l’hôpital");
    }

    @Test
    void onlyTheChosenSectionsAreSeenAndOnlyWithTheRightToThem() {
        long file = stage.register("Nana", "Simpara");
        long id = stage.open(file);
        stage.consent(file, ANTENNA);
        stage.run(stage.manager, () -> {
            stage.get(Services.class).give(id, given("food", CONSULATE, file));
            stage.get(Alerts.class).raise(id, file, "pregnancy", "septième mois");
            stage.get(Cases.class).note(id, "note interne", false);
            referrals().propose(id, proposal(ANTENNA, List.of("request", "alerts"), "", file));
        });
        Actor agent = stage.people.agent(ANTENNA);
        assertThat(stage.as(stage.antenna, () -> stage.get(Journal.class).of(id)))
                .extracting(Journal.Entry::kind)
                .containsExactly("request", "triage", "alert", "referral-proposed");
        assertThat(stage.as(agent, () -> stage.get(Journal.class).of(id)))
                .extracting(Journal.Entry::kind)
                .containsExactly("request", "triage", "referral-proposed");
        assertThat(stage.as(stage.antenna, () -> stage.get(Services.class).of(id)))
                .isEmpty();
        assertThat(stage.as(stage.antenna, () -> stage.get(People.class).find(file)))
                .isPresent();
        assertThat(stage.count(stage.iom, "cases.referral where dossier = " + id))
                .isZero();
    }

    @Test
    void aReferralIsDeclinedThenAcceptedElsewhereAndTheSenderLearnsWhatBecameOfIt() {
        long file = stage.register("Tata", "Niakaté");
        long id = stage.open(file);
        stage.consent(file, ANTENNA);
        stage.consent(file, IOM);
        List<String> sections = List.of("request", "services");
        long first = stage.as(stage.manager, () -> referrals().propose(id, proposal(ANTENNA, sections, "", file)));
        assertThat(seen(stage.antenna, id)).isEqualTo(1);
        assertThatThrownBy(() -> stage.run(stage.antenna, () -> referrals().move(first, Move.DECLINE, "")))
                .hasMessageStartingWith("cases.no-reason");
        stage.run(stage.antenna, () -> referrals().move(first, Move.DECLINE, "plus de place"));
        assertThat(seen(stage.antenna, id)).isZero();
        assertThat(stage.as(stage.antenna, () -> stage.get(People.class).find(file)))
                .isEmpty();
        assertThat(find(stage.antenna, first).state()).isEqualTo(ReferralState.DECLINED);

        long second = stage.as(stage.manager, () -> referrals().propose(id, proposal(IOM, sections, "", file)));
        assertThatThrownBy(() -> stage.run(stage.manager, () -> {
                    stage.get(Cases.class).conclude(id, "met", "");
                    stage.get(Cases.class).close(id, "completed", "");
                }))
                .hasMessageStartingWith("cases.referrals");
        stage.run(stage.iom, () -> {
            referrals().move(second, Move.ACCEPT, "");
            referrals().move(second, Move.START, "");
            stage.get(Services.class).give(id, given("shelter", IOM, file));
            referrals().move(second, Move.FINISH, "hébergée trois nuits");
        });
        assertThat(seen(stage.iom, id)).isZero();
        assertThat(stage.as(stage.manager, () -> stage.get(Services.class).of(id)))
                .extracting(Aid::pathway, Aid::organisation)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("referred", IOM));
        assertThat(stage.as(stage.manager, () -> stage.get(Journal.class).of(id)))
                .extracting(Journal.Entry::text)
                .contains("plus de place", "hébergée trois nuits");
        assertThatThrownBy(() -> stage.run(stage.iom, () -> referrals().move(second, Move.FINISH, "encore")))
                .hasMessageStartingWith("cases.referral-state");
    }

    @Test
    void aConsentThatIsWithdrawnEndsTheSharingAtOnce() {
        long file = stage.register("Assa", "Magassa");
        long id = stage.open(file);
        stage.consent(file, ANTENNA);
        long referral =
                stage.as(stage.manager, () -> referrals().propose(id, proposal(ANTENNA, List.of("request"), "", file)));
        stage.run(stage.antenna, () -> referrals().move(referral, Move.ACCEPT, ""));
        assertThat(seen(stage.antenna, id)).isEqualTo(1);
        stage.run(stage.manager, () -> {
            Consents consents = stage.get(Consents.class);
            consents.withdraw(file, consents.of(file).getFirst().id(), today());
        });
        assertThat(seen(stage.antenna, id)).isZero();
        assertThat(stage.count(stage.antenna, "people.file where id = " + file)).isZero();
        assertThat(find(stage.antenna, referral).state()).isEqualTo(ReferralState.REVOKED);
        assertThatThrownBy(() -> stage.run(
                        stage.antenna, () -> stage.get(Services.class).give(id, given("food", ANTENNA, file))))
                .hasMessageContaining("page-not-found");
    }

    @Test
    void aTransferMovesTheCaseOnlyWhenItIsAccepted() {
        long file = stage.register("Diénaba", "Dia");
        long id = stage.open(file);
        stage.consent(file, ANTENNA);
        Proposal proposal = new Proposal(
                true,
                ANTENNA,
                List.of("shelter"),
                Words.SECTIONS,
                List.of(file),
                today().plusDays(10),
                "",
                "elle arrive demain");
        long task = stage.as(stage.manager, () -> stage.get(CaseTasks.class).add(id, "visit", today(), ""));
        long transfer = stage.as(stage.manager, () -> referrals().propose(id, proposal));
        assertThat(stage.as(stage.manager, () -> stage.get(Cases.class).find(id))
                        .orElseThrow()
                        .organisation())
                .isEqualTo(CONSULATE);
        stage.run(stage.antenna, () -> referrals().move(transfer, Move.ACCEPT, ""));
        assertThat(stage.as(stage.antenna, () -> stage.get(Cases.class).find(id))
                        .orElseThrow()
                        .organisation())
                .isEqualTo(ANTENNA);
        assertThat(seen(stage.manager, id)).isZero();
        assertThat(stage.count(
                        stage.manager,
                        "people.access where basis = 'case' and reference = " + id + " and ended_at is null"))
                .isZero();
        assertThat(stage.count(stage.antenna, "cases.task where id = " + task)).isEqualTo(1);
        stage.run(stage.antenna, () -> {
            stage.get(Cases.class).conclude(id, "met", "");
            stage.get(Cases.class).close(id, "completed", "");
        });
        assertThat(find(stage.manager, transfer).state()).isEqualTo(ReferralState.DONE);
    }

    @Test
    void nobodyTakesACaseOverInSql() {
        long file = stage.register("Goundo", "Fofana");
        long id = stage.open(file);
        stage.consent(file, ANTENNA);
        long referral =
                stage.as(stage.manager, () -> referrals().propose(id, proposal(ANTENNA, List.of("request"), "", file)));
        assertThatThrownBy(() -> changed(stage.antenna, "call cases.hand_over(" + referral + ")"))
                .hasMessageContaining("hand_over");
        assertThat(changed(stage.antenna, "update cases.dossier set organisation = '" + ANTENNA + "' where id = " + id))
                .isZero();
        assertThat(changed(stage.antenna, "update cases.participant set ended_at = now() where dossier = " + id))
                .isZero();
        assertThat(changed(
                        stage.antenna,
                        "update cases.referral set sections = '{alerts}' where id = " + referral + " and sender = '"
                                + ANTENNA + "'"))
                .isZero();
        assertThat(stage.as(stage.manager, () -> stage.get(Cases.class).find(id))
                        .orElseThrow()
                        .organisation())
                .isEqualTo(CONSULATE);
    }

    private static int changed(Actor actor, String sql) {
        return stage.as(
                actor,
                () -> Objects.requireNonNull(stage.get(TransactionTemplate.class)
                        .execute(status -> stage.get(JdbcClient.class).sql(sql).update())));
    }

    @Test
    void aRecipientIsRemindedOnceAfterThreeWorkingDays() {
        long file = stage.register("Yacou", "Sylla");
        long id = stage.open(file);
        stage.consent(file, ANTENNA);
        long referral =
                stage.as(stage.manager, () -> referrals().propose(id, proposal(ANTENNA, List.of("request"), "", file)));
        ReferralReminders reminders = stage.get(ReferralReminders.class);
        reminders.remind();
        assertThat(reminded(referral)).isZero();
        stage.owner()
                .sql("update cases.referral set proposed_at = now() - interval '8 days' where id = ?")
                .param(referral)
                .update();
        reminders.remind();
        long once = reminded(referral);
        reminders.remind();
        assertThat(once).isPositive();
        assertThat(reminded(referral)).isEqualTo(once);
    }

    private static long reminded(long referral) {
        return stage.owner()
                .sql(
                        "select count(*) from accounts.notice where kind in ('referral.reminder', 'referral.waiting') and path = ?")
                .param("/work/referrals/" + referral)
                .query(Long.class)
                .single();
    }
}
