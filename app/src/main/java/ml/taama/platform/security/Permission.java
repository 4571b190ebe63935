package ml.taama.platform.security;

/**
 * One thing that a person may be allowed to do, everywhere or for an organisation. The word is what the policies of the
 * database ask for.
 */
public enum Permission {
    /** Invite people, give and end roles. */
    MANAGE_ACCOUNTS("accounts.manage"),
    /** Read and export the audit trail. */
    READ_AUDIT("audit.read"),
    /** Make, change and send calls for data. */
    MANAGE_CALLS("calls.manage"),
    /** See every call and how it is answered. */
    READ_CALLS("calls.read"),
    /** Fill and send the returns of an organisation. */
    FILL_RETURNS("returns.fill"),
    /** Read the returns of an organisation. */
    READ_RETURNS("returns.read"),
    /** Question, correct and accept values of returns; settle disputes. */
    REVIEW_RETURNS("returns.review"),
    /** Conclude and end agreements on the sharing of data. */
    MANAGE_AGREEMENTS("agreements.manage"),
    /** Read drafts of a report, and observations that are not published. */
    READ_REPORTS("reports.read"),
    /** Write the sections of a report that are assigned to an organisation. */
    WRITE_REPORTS("reports.write"),
    /** Assign sections, edit all of them, lock and publish. */
    MANAGE_REPORTS("reports.manage"),
    /** Sign the sections and figures of an organisation. */
    SIGN_REPORTS("reports.sign"),
    /** Register people for an organisation, and change what it knows of them. */
    REGISTER_PEOPLE("people.register"),
    /** Read the files of people whom an organisation knows. */
    READ_PEOPLE("people.read"),
    /** Read health, violence, children and trafficking in the files in which an organisation takes part. */
    READ_PROTECTED("people.protected"),
    /** Read and erase every file: requests of people about their own data, retention. */
    PROTECT_PEOPLE("people.everything"),
    /** Decide which files are of one person; train and promote models. */
    REVIEW_DUPLICATES("matching.review"),
    /** Open, follow and close the cases of an organisation. */
    MANAGE_CASES("cases.manage"),
    /** See and reassign all cases of an organisation. */
    SUPERVISE_CASES("cases.supervise"),
    /** Read counts of people and cases, never rows. */
    READ_CASE_FIGURES("cases.figures"),
    /** Release protected figures of assistance to the public, and withdraw them. */
    RELEASE_CASE_FIGURES("cases.release");

    private final String word;

    Permission(String word) {
        this.word = word;
    }

    /** For example {@code returns.fill}. */
    public String word() {
        return word;
    }
}
