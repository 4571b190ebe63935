package ml.taama.accounts;

import java.time.LocalDate;
import java.util.Optional;
import ml.taama.platform.security.Role;

/**
 * A role that a person holds in an organisation for a period.
 *
 * @param to last day, if one is known
 */
public record Holding(long id, long account, Role role, String organisation, LocalDate from, Optional<LocalDate> to) {

    /** Whether the role is held on a day. */
    public boolean on(LocalDate day) {
        return !day.isBefore(from) && to.filter(day::isAfter).isEmpty();
    }
}
