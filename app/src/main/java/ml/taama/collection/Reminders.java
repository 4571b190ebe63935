package ml.taama.collection;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import ml.taama.accounts.Notices;
import ml.taama.collection.Call.State;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Permission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reminds services that have not answered, before and after the deadline; what has a deadline is mailed at once. Each
 * reminder is sent once, however often and wherever the job runs: its row is written first, in the same transaction.
 */
@Component
class Reminders {

    /** Days before the deadline; negative after it. */
    static final List<Integer> DAYS = List.of(-14, -7, -1, 1, 7, 14);

    private static final int LONG_AFTER = -30;

    private static final Actor SYSTEM = Actor.system("reminders");
    private static final long HOUR = 3_600_000;

    private final Calls calls;
    private final Returns returns;
    private final Notices notices;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Reminders(
            Calls calls,
            Returns returns,
            Notices notices,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.calls = calls;
        this.returns = returns;
        this.notices = notices;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Sends what is due. */
    @Scheduled(initialDelay = HOUR / 60, fixedDelay = HOUR)
    void send() {
        Actors.run(
                SYSTEM,
                () -> transaction.executeWithoutResult(status -> calls.all().stream()
                        .filter(call -> call.state() == State.OPEN)
                        .forEach(this::send)));
    }

    private void send(Call call) {
        long left = call.deadline().toEpochDay() - LocalDate.now(clock).toEpochDay();
        due(left)
                .ifPresent(days -> returns.to(call.id()).stream()
                        .filter(r -> r.state() == ReturnState.DRAFT)
                        .filter(r -> first(call, r, days))
                        .forEach(r -> remind(call, r, left)));
    }

    /** The reminder that is due so many days before the deadline: the latest whose day has come; none long after. */
    static Optional<Integer> due(long left) {
        return DAYS.stream().filter(days -> days >= left).findFirst().filter(days -> left >= LONG_AFTER);
    }

    private boolean first(Call call, Return document, int days) {
        return jdbc.sql("""
                insert into collection.reminder (call, organisation, days) values (?, ?, ?) on conflict do nothing
                """).params(call.id(), document.organisation(), days).update() == 1;
    }

    private void remind(Call call, Return document, long left) {
        String kind = left >= 0 ? "call.reminder" : "call.late";
        notices.tell(
                Permission.FILL_RETURNS,
                document.organisation(),
                kind,
                "/work/returns/" + document.id(),
                call.deadline(),
                call.title());
    }
}
