package ml.taama.collection;

import ml.taama.platform.problem.Problem.Code;
import ml.taama.platform.problem.Problem.Kind;

/** Problems of calls and returns. */
enum CollectionProblem implements Code {
    /** A call without questions or organisations cannot be opened. */
    EMPTY_CALL("empty-call", Kind.CONFLICT),
    /** The call is not in the state that this needs. */
    CALL_STATE("call-state", Kind.CONFLICT),
    /** The call is closed. */
    CALL_CLOSED("call-closed", Kind.CONFLICT),
    /** The return is not in the state that this needs. */
    RETURN_STATE("return-state", Kind.CONFLICT),
    /** Some answers must be put right first: how many. */
    FAULTS("faults", Kind.CONFLICT),
    /** No agreement covers what is sent: what. */
    NO_AGREEMENT("no-agreement", Kind.FORBIDDEN),
    /** The value was accepted; a reviewer must open it again. */
    ACCEPTED_VALUE("accepted-value", Kind.CONFLICT),
    /** A newer value stands in its place. */
    OLD_VALUE("old-value", Kind.CONFLICT),
    /** A reason must be given. */
    NO_REASON("no-reason", Kind.INVALID),
    /** A file is larger than allowed: allowed megabytes. */
    FILE_TOO_LARGE("file-too-large", Kind.INVALID),
    /** A file of a kind that is not taken. */
    FILE_KIND("file-kind", Kind.INVALID),
    /** A spreadsheet cannot be read. */
    BAD_SPREADSHEET("bad-spreadsheet", Kind.INVALID),
    /** A spreadsheet of the old binary format. */
    OLD_SPREADSHEET("old-spreadsheet", Kind.INVALID),
    /** A spreadsheet with more rows than are taken: most. */
    TOO_MANY_ROWS("too-many-rows", Kind.INVALID),
    /** A spreadsheet without a row of answers. */
    EMPTY_SPREADSHEET("empty-spreadsheet", Kind.INVALID),
    /** What is in the file was already decided. */
    UPLOAD_DECIDED("upload-decided", Kind.CONFLICT),
    /** A field of a form: which, and what it must be. */
    FIELD("field", Kind.INVALID);

    private final String name;
    private final Kind kind;

    CollectionProblem(String name, Kind kind) {
        this.name = name;
        this.kind = kind;
    }

    @Override
    public String code() {
        return "collection." + name;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
