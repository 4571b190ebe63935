package ml.taama.cases;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import ml.taama.accounts.Notices;
import ml.taama.people.ConsentWithdrawn;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Permission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reminds a recipient that has not answered a referral after three working days, once; and ends referrals whose consent was
 * withdrawn: when that is announced, and again by itself in case the announcement was lost.
 */
@Component
class ReferralReminders {

    private static final Actor SYSTEM = Actor.system("referrals");
    private static final int WORKING_DAYS = 3;
    private static final long MINUTE = 60_000;

    private final ReferralRows rows;
    private final Referrals referrals;
    private final Notices notices;
    private final JdbcClient jdbc;
    private final TransactionTemplate own;
    private final Clock clock;

    ReferralReminders(
            ReferralRows rows,
            Referrals referrals,
            Notices notices,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rows = rows;
        this.referrals = referrals;
        this.notices = notices;
        this.jdbc = jdbc;
        this.own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** The day on which an answer is due: three working days later. */
    static LocalDate due(LocalDate proposed) {
        LocalDate day = proposed;
        int left = WORKING_DAYS;
        while (left > 0) {
            day = day.plusDays(1);
            boolean works = day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
            left -= works ? 1 : 0;
        }
        return day;
    }

    @TransactionalEventListener
    public void withdrawn(ConsentWithdrawn event) {
        endWithoutConsent();
    }

    @Scheduled(initialDelay = MINUTE, fixedDelay = 10 * MINUTE)
    void run() {
        endWithoutConsent();
        remind();
    }

    void endWithoutConsent() {
        Actors.run(
                SYSTEM,
                () -> own.executeWithoutResult(status -> rows.withoutConsent().forEach(referrals::withdraw)));
    }

    void remind() {
        LocalDate today = LocalDate.now(clock);
        Actors.run(
                SYSTEM,
                () -> own.executeWithoutResult(status -> rows.unanswered().stream()
                        .filter(r -> !due(LocalDate.ofInstant(r.proposedAt(), ZoneId.systemDefault()))
                                .isAfter(today))
                        .forEach(this::remind)));
    }

    private void remind(Referral referral) {
        int first = jdbc.sql("update cases.referral set reminded_at = now() where id = ? and reminded_at is null")
                .param(referral.id())
                .update();
        if (first == 1) {
            String path = "/work/referrals/" + referral.id();
            notices.tell(Permission.MANAGE_CASES, referral.recipient(), "referral.reminder", path, null);
            if (referral.proposedBy() > 0) {
                notices.tell(java.util.List.of(referral.proposedBy()), "referral.waiting", path, null);
            }
        }
    }
}
