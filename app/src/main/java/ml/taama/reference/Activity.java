package ml.taama.reference;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ml.taama.platform.text.LocalText;
import ml.taama.platform.time.Period;

/**
 * Something done or to be done for goals, whichever module keeps it: an action, a training, an agreement, a study.
 *
 * @param kind action, training, meeting, agreement, document
 * @param account what the national report says of it, in Markdown with bound figures
 * @param lead code of the organisation that leads, where known
 * @param partners codes of the organisations that take part beside it
 * @param beneficiaries codes of the organisations for which it is done
 * @param plan code of the plan that it belongs to
 * @param goals goals that it serves, with how each is known
 * @param position order among all activities
 */
public record Activity(
        String kind,
        String code,
        LocalText title,
        Optional<LocalText> account,
        Progress progress,
        Optional<Period> period,
        Optional<String> place,
        Optional<String> lead,
        List<String> partners,
        List<String> beneficiaries,
        Optional<String> plan,
        List<Serves> goals,
        int position,
        String sourceRef) {

    /**
     * A goal that is served.
     *
     * @param stated whether a source states it; otherwise it is inferred
     */
    public record Serves(GoalId goal, boolean stated) {}

    /** What an organisation has to do with an activity. */
    public enum Role {
        LEAD,
        PARTNER,
        BENEFICIARY;

        /** The word for it in keys of messages. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The roles of an organisation in it; none when it has nothing to do with it. */
    public Set<Role> roles(String organisation) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        organisations().forEach((role, codes) -> {
            if (codes.contains(organisation)) {
                roles.add(role);
            }
        });
        return roles;
    }

    /** Codes of its organisations by role; every role is there, in order. */
    public Map<Role, List<String>> organisations() {
        Map<Role, List<String>> organisations = new EnumMap<>(Role.class);
        organisations.put(Role.LEAD, lead.stream().toList());
        organisations.put(Role.PARTNER, partners);
        organisations.put(Role.BENEFICIARY, beneficiaries);
        return organisations;
    }

    /** Whether it serves a goal itself, not only the framework as a whole. */
    public boolean serves(GoalId goal) {
        return goals.stream().anyMatch(s -> s.goal().equals(goal));
    }

    /** Whether a source states that it serves a goal. */
    public boolean serves(GoalId goal, boolean stated) {
        return goals.stream().anyMatch(s -> s.goal().equals(goal) && s.stated() == stated);
    }
}
