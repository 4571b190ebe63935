package ml.taama.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A case, or a part of it, sent to another organisation.
 *
 * @param transfer whether the recipient becomes responsible once it accepts
 * @param needs what is asked for: some of {@link Words#SERVICES}
 * @param sections what the recipient may read: some of {@link Words#SECTIONS}
 * @param until last day on which it may
 * @param basis {@code consent}, or {@code vital-interest} with a reason on the time line
 * @param people files of those whom it is about, as far as the reader may know
 * @param inForce whether it opens what it opened: running, in time, no consent withdrawn
 */
public record Referral(
        long id,
        long dossier,
        boolean transfer,
        String sender,
        String recipient,
        List<String> needs,
        List<String> sections,
        LocalDate until,
        String basis,
        ReferralState state,
        List<Long> people,
        boolean inForce,
        Instant proposedAt,
        long proposedBy,
        Optional<Instant> answeredAt,
        Optional<Instant> endedAt) {

    /** Copies the lists. */
    public Referral {
        needs = List.copyOf(needs);
        sections = List.copyOf(sections);
        people = List.copyOf(people);
    }

    /** The other side. */
    public String other(String organisation) {
        return organisation.equals(sender) ? recipient : sender;
    }

    /**
     * What somebody proposes.
     *
     * @param override reason why consent is set aside, because a life is at risk or somebody cannot consent; empty where
     *     the people agreed
     * @param text what the recipient should know
     */
    public record Proposal(
            boolean transfer,
            String recipient,
            List<String> needs,
            List<String> sections,
            List<Long> people,
            LocalDate until,
            String override,
            String text) {

        /** Copies the lists. */
        public Proposal {
            needs = List.copyOf(needs);
            sections = List.copyOf(sections);
            people = List.copyOf(people);
        }

        @Override
        public String toString() {
            return "Proposal[" + recipient + "]";
        }
    }
}
