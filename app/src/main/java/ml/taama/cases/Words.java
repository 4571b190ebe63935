package ml.taama.cases;

import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The words in which cases are told: what stands in the tables and in the names of messages. */
public final class Words {

    /** How a request arrived. */
    public static final List<String> CHANNELS =
            List.of("visit", "phone", "message", "mission", "partner", "relative", "network", "other");

    /** How urgent. */
    public static final List<String> URGENCIES = List.of("immediate", "high", "normal");

    /** Why a request is not taken on. */
    public static final List<String> REFUSALS =
            List.of("not-concerned", "other-service", "withdrawn", "unreachable", "duplicate", "no-means");

    /** What became of the need. */
    public static final List<String> OUTCOMES = List.of("met", "partly", "unmet", "unknown");

    /** Why a case ends, as the field has it: the first is its usual end, the others come before it. */
    public static final List<String> CLOSURES = List.of(
            "completed",
            "period-over",
            "criteria",
            "stopped",
            "left-area",
            "died",
            "re-migrated",
            "unsuitable",
            "security",
            "funding");

    /** Services. */
    public static final List<String> SERVICES =
            List.of("food", "shelter", "medical", "psychosocial", "documents", "legal", "transport", "cash");

    /** What shows that a service was given. */
    public static final List<String> PROOFS = List.of("none", "receipt", "signature", "transfer");

    /** Currencies (ISO 4217). */
    static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    /** Sections of a case that a referral may open. */
    public static final List<String> SECTIONS =
            List.of("request", "services", "notes", "outcome", "screening", "alerts");

    /** Sections that only those read who may read what is protected. */
    public static final List<String> PROTECTED_SECTIONS = List.of("screening", "alerts");

    /** Alerts. */
    public static final List<String> ALERTS = List.of("child-alone", "pregnancy", "violence", "trafficking");

    /** Steps of the protection of a child alone. */
    public static final List<String> CHILD_STEPS = List.of(
            "status-verified",
            "guardian",
            "best-interests-assessment",
            "best-interests-decision",
            "best-interests-review",
            "tracing",
            "family-found",
            "reunification",
            "follow-up");

    /** Steps of other alerts. */
    public static final List<String> OTHER_STEPS =
            List.of("contact", "examination", "safe-place", "complaint", "follow-up");

    /** What is to be done. */
    public static final List<String> TASKS = List.of("visit", "call", "document", "other");

    private Words() {}

    /** Steps of an alert. */
    public static List<String> steps(String alert) {
        return alert.equals("child-alone") ? CHILD_STEPS : OTHER_STEPS;
    }

    /** Whether a service tells of health. */
    static boolean health(String service) {
        return service.equals("medical") || service.equals("psychosocial");
    }
}
