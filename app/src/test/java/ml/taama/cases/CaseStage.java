package ml.taama.cases;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import ml.taama.cases.Aid.Given;
import ml.taama.cases.Referral.Proposal;
import ml.taama.people.Consents;
import ml.taama.people.PeopleStage;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Role;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases of the consulate, and other services that get to see a part of them, or nothing. */
final class CaseStage implements AutoCloseable {

    static final String CONSULATE = PeopleStage.CONSULATE;
    static final String ANTENNA = PeopleStage.ANTENNA;
    static final String IOM = "iom";

    final PeopleStage people = new PeopleStage();
    final Actor agent = people.agent(CONSULATE);
    final Actor manager = people.actor(Role.CASE_MANAGER, CONSULATE);
    final Actor supervisor = people.actor(Role.SUPERVISOR, CONSULATE);
    final Actor antenna = people.actor(Role.CASE_MANAGER, ANTENNA);
    final Actor iom = people.actor(Role.CASE_MANAGER, IOM);

    static LocalDate today() {
        return LocalDate.now(java.time.ZoneId.systemDefault());
    }

    <T> T get(Class<T> type) {
        return people.get(type);
    }

    <T> T as(Actor actor, Supplier<T> work) {
        return people.as(actor, work);
    }

    void run(Actor actor, Runnable work) {
        people.as(actor, () -> {
            work.run();
            return null;
        });
    }

    long count(Actor actor, String sql) {
        return people.count(actor, sql);
    }

    JdbcClient owner() {
        return people.site().owner();
    }

    long register(String given, String surname) {
        return people.register(manager, PeopleStage.person(given, surname, ""), CONSULATE);
    }

    static Request request(String text, boolean secret, Long... files) {
        return new Request(
                CONSULATE,
                List.of(files),
                "LY",
                Optional.empty(),
                "phone",
                "high",
                1,
                today(),
                text,
                secret,
                "counter");
    }

    /** A request that was received and taken on. */
    long open(Long... files) {
        return as(manager, () -> {
            long id = get(Cases.class).receive(request("bloqué à Sabha", false, files));
            get(Cases.class).accept(id, "high", "à aider");
            return id;
        });
    }

    static Given given(String kind, String organisation, Long... files) {
        return new Given(
                kind,
                organisation,
                List.of(files),
                today(),
                BigDecimal.ONE,
                kind.equals("cash") ? Optional.of(new BigDecimal("52000")) : Optional.empty(),
                kind.equals("cash") ? Optional.of("XOF") : Optional.empty(),
                "receipt",
                "remis en main propre");
    }

    void consent(long file, String recipient) {
        run(
                manager,
                () -> get(Consents.class)
                        .give(
                                file,
                                CONSULATE,
                                "referral",
                                Optional.of(recipient),
                                "consent",
                                "written",
                                today(),
                                "bm",
                                ""));
    }

    static Proposal proposal(String recipient, List<String> sections, String override, Long... files) {
        return new Proposal(
                false,
                recipient,
                List.of("medical", "shelter"),
                sections,
                List.of(files),
                today().plusDays(30),
                override,
                "merci de recevoir");
    }

    @Override
    public void close() {
        people.close();
    }
}
