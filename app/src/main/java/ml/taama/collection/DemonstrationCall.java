package ml.taama.collection;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ml.taama.accounts.Accounts;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Role;
import ml.taama.platform.text.Messages;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One open call for a demonstration, made by its coordinator through the same doors as any other, from what the latest
 * review of the country asked for. Questions only: no figure is made up.
 */
@Component
public class DemonstrationCall {

    private final Accounts accounts;
    private final CallDrafts drafts;
    private final CallBuilder builder;
    private final Calls calls;
    private final Agreements agreements;
    private final Messages messages;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemonstrationCall(
            Accounts accounts,
            CallDrafts drafts,
            CallBuilder builder,
            Calls calls,
            Agreements agreements,
            Messages messages,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.drafts = drafts;
        this.builder = builder;
        this.calls = calls;
        this.agreements = agreements;
        this.messages = messages;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Opens it, with an agreement for each organisation asked; nothing without a coordinator or a review. */
    public void make() {
        Actors.as(Actor.system("demonstration"), () -> accounts.holding(Role.COORDINATOR, "")).stream()
                .findFirst()
                .ifPresent(account -> {
                    Actor coordinator = Actor.person(
                            account.id(),
                            account.holdings().stream()
                                    .map(h -> new Actor.Holding(h.role(), h.organisation()))
                                    .toList());
                    Actors.run(coordinator, () -> transaction.executeWithoutResult(status -> make(account.language())));
                });
    }

    private void make(Locale language) {
        drafts.all().stream().findFirst().ifPresent(draft -> {
            long call = builder.from(draft);
            calls.open(call, "");
            draft.organisations()
                    .forEach(organisation -> agreements.conclude(
                            organisation,
                            messages.text(language, "agreement.demonstration"),
                            List.of(),
                            LocalDate.now(clock),
                            Optional.empty(),
                            ""));
        });
    }
}
