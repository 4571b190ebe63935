package ml.taama.cases;

/** Something that is done with a case. */
public enum CaseMove {
    /** Triage: the request is taken on. */
    ACCEPT,
    /** Triage: the request is not taken on. */
    DECLINE,
    /** A service is given, corrected or cancelled. */
    SERVE,
    /** Vulnerability is screened. */
    SCREEN,
    /** Somebody needs particular protection. */
    ALERT,
    /** It is proposed to another organisation. */
    PROPOSE,
    /** A referral that runs ends: declined, done, revoked. */
    REFERRAL_ENDS,
    /** The outcome is written down. */
    CONCLUDE,
    /** It is over. */
    CLOSE,
    /** It begins again. */
    REOPEN,
    /** Somebody is taken into it. */
    TAKE_IN,
    /** Somebody is taken out of it. */
    TAKE_OUT,
    /** Something is to be done until a day. */
    PLAN,
    /** Something is written down. */
    NOTE
}
