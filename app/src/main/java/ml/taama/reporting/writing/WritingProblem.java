package ml.taama.reporting.writing;

import ml.taama.platform.problem.Problem.Code;
import ml.taama.platform.problem.Problem.Kind;

/** Problems of writing together. */
enum WritingProblem implements Code {
    /** A remark without words. */
    EMPTY_COMMENT("empty-comment", Kind.INVALID),
    /** The passage of a suggestion does not stand in the text exactly once. */
    PASSAGE_NOT_FOUND("passage-not-found", Kind.INVALID),
    /** A review of this code exists: code. */
    CYCLE_EXISTS("cycle-exists", Kind.CONFLICT),
    /** The section changed since it was read, so it cannot be signed as read. */
    CHANGED_SINCE_READ("changed-since-read", Kind.CONFLICT),
    /** A text quotes a figure that there is not, or that its author may not see: codes. */
    UNKNOWN_FIGURE("unknown-figure", Kind.INVALID),
    /** A dissent without words. */
    EMPTY_DISSENT("empty-dissent", Kind.INVALID),
    /** A report in which something is wrong, or is not signed, is locked only when one says so: how many. */
    NOT_READY("not-ready", Kind.CONFLICT);

    private final String name;
    private final Kind kind;

    WritingProblem(String name, Kind kind) {
        this.name = name;
        this.kind = kind;
    }

    @Override
    public String code() {
        return "writing." + name;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
