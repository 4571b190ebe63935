package ml.taama.cases;

import ml.taama.platform.problem.Problem.Code;
import ml.taama.platform.problem.Problem.Kind;

/** Problems of cases. */
public enum CaseProblem implements Code {
    /** The case is not in the state that this needs. */
    STATE("state", Kind.CONFLICT),
    /** Somebody else decided something about the case since the page was made. */
    MEANWHILE("meanwhile", Kind.CONFLICT),
    /** The case has nobody of the register yet. */
    NOBODY("nobody", Kind.CONFLICT),
    /** Somebody who is not in the case. */
    NOT_IN_CASE("not-in-case", Kind.INVALID),
    /** The last person, or one to whom something was given, is not taken out of a case. */
    STAYS("stays", Kind.CONFLICT),
    /** A case is closed once its outcome is written down. */
    NO_OUTCOME("no-outcome", Kind.CONFLICT),
    /** A case is closed once its referrals have ended: how many run. */
    REFERRALS("referrals", Kind.CONFLICT),
    /** A reason must be given. */
    NO_REASON("no-reason", Kind.INVALID),
    /** The referral is not in the state that this needs. */
    REFERRAL_STATE("referral-state", Kind.CONFLICT),
    /** A referral needs the consent of each person to its recipient, or another basis. */
    NO_CONSENT("no-consent", Kind.CONFLICT),
    /** A referral without a section, a need or a person, or to oneself, or that ends before it begins. */
    REFERRAL("referral", Kind.INVALID),
    /** The service was cancelled or replaced already. */
    SERVICE_OVER("service-over", Kind.CONFLICT),
    /** The alert was resolved already. */
    ALERT_OVER("alert-over", Kind.CONFLICT),
    /** A screening that says nothing. */
    EMPTY_SCREENING("empty-screening", Kind.INVALID),
    /** Nobody of the organisation with such a role. */
    COLLEAGUE("colleague", Kind.INVALID),
    /** Rows with faults, and all were wanted: rows. */
    FAULTS("faults", Kind.CONFLICT),
    /** Services or cases of an import were touched since: how many. */
    IMPORT_USED("import-used", Kind.CONFLICT);

    private final String name;
    private final Kind kind;

    CaseProblem(String name, Kind kind) {
        this.name = name;
        this.kind = kind;
    }

    @Override
    public String code() {
        return "cases." + name;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
