package ml.taama.people;

import ml.taama.platform.problem.Problem.Code;
import ml.taama.platform.problem.Problem.Kind;

/** Problems of the register. */
public enum PeopleProblem implements Code {
    /** A person without any name. */
    NO_NAME("no-name", Kind.INVALID),
    /** A date of birth that cannot be read, is to come, or more than 130 years ago. */
    WRONG_BIRTH("wrong-birth", Kind.INVALID),
    /** A paper without a kind or without a number of four signs. */
    WRONG_PAPER("wrong-paper", Kind.INVALID),
    /** Not a photograph in JPEG or PNG, or too large. */
    PICTURE("picture", Kind.INVALID),
    /** A processing without code, title, purpose or basis. */
    WRONG_PROCESSING("wrong-processing", Kind.INVALID),
    /** A consent that lacks something: its purpose, its recipient, its form, its witness, its day. */
    WRONG_CONSENT("wrong-consent", Kind.INVALID),
    /** The file is locked at the wish of the person. */
    LOCKED("locked", Kind.CONFLICT),
    /** Something without a reason. */
    NO_REASON("no-reason", Kind.INVALID),
    /** Invented people in a register that holds real ones. */
    REAL_PEOPLE("real-people", Kind.CONFLICT),
    /** A number that is nobody's. */
    UNKNOWN_NUMBER("unknown-number", Kind.NOT_FOUND),
    /** A deadline or a period that is no number of days or months: value, largest. */
    WRONG_NUMBER("wrong-number", Kind.INVALID),
    /** A file that is too large: megabytes allowed. */
    FILE_TOO_LARGE("file-too-large", Kind.INVALID),
    /** No spreadsheet, or one without a header and rows. */
    BAD_SPREADSHEET("bad-spreadsheet", Kind.INVALID),
    /** The binary format that came before XLSX. */
    OLD_SPREADSHEET("old-spreadsheet", Kind.INVALID),
    /** More rows than are taken: rows. */
    TOO_MANY_ROWS("too-many-rows", Kind.INVALID),
    /** Rows with faults, and all were wanted: rows. */
    FAULTS("faults", Kind.CONFLICT),
    /** Already kept, left or undone. */
    IMPORT_DECIDED("import-decided", Kind.CONFLICT),
    /** Nothing of it could be kept, for a reason that the log tells. */
    IMPORT_FAILED("import-failed", Kind.UNAVAILABLE),
    /** Files of the import are used since: how many. */
    IMPORT_USED("import-used", Kind.CONFLICT);

    private final String name;
    private final Kind kind;

    PeopleProblem(String name, Kind kind) {
        this.name = name;
        this.kind = kind;
    }

    @Override
    public String code() {
        return "people." + name;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
