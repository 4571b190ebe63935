package ml.taama.accounts;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ml.taama.platform.security.Role;
import ml.taama.platform.text.Plain;
import ml.taama.ui.Orders;
import ml.taama.ui.Query;

/** Finds, filters and sorts accounts as a list was asked. */
final class AccountList {

    private static final Comparator<Listed> BY_NAME =
            Comparator.comparing(l -> Plain.text(l.account().name()));
    private static final Orders<Listed> ORDERS = new Orders<>(
            BY_NAME,
            Map.of(
                    "name",
                    BY_NAME,
                    "email",
                    Comparator.comparing(Listed::email),
                    "state",
                    Comparator.comparing(Listed::state),
                    "created",
                    Comparator.comparing(l -> l.account().createdAt())));

    private final Query query;
    private final LocalDate today;

    AccountList(Query query, LocalDate today) {
        this.query = query;
        this.today = today;
    }

    List<Listed> of(List<Listed> all) {
        return ORDERS.sort(query, all.stream().filter(this::asked).toList());
    }

    private boolean asked(Listed listed) {
        String text = listed.account().name() + " " + listed.email();
        return Plain.has(Plain.text(text), query.get("q"))
                && query.allows("state", listed.state())
                && (query.get("role").isEmpty()
                        || now(listed)
                                .anyMatch(h -> h.role()
                                        .equals(Role.of(query.get("role")).orElse(null))))
                && (query.get("organisation").isEmpty()
                        || now(listed).anyMatch(h -> h.organisation().equals(query.get("organisation"))));
    }

    private Stream<Holding> now(Listed listed) {
        return listed.account().holdings().stream().filter(h -> h.on(today));
    }
}
