package ml.taama.matching;

import ml.taama.platform.problem.Problem.Code;
import ml.taama.platform.problem.Problem.Kind;

/** Problems of matching. */
public enum MatchingProblem implements Code {
    /** A decision without a reason. */
    NO_REASON("no-reason", Kind.INVALID),
    /** One person here, though another decision keeps two of the files apart. */
    CONTRADICTION("contradiction", Kind.CONFLICT),
    /** Work on the whole register is under way already. */
    AT_WORK("at-work", Kind.CONFLICT),
    /** No model is loaded. */
    NO_MODEL("no-model", Kind.CONFLICT),
    /** Too few records to estimate a model: how many there are, how many it takes. */
    TOO_FEW("too-few", Kind.CONFLICT);

    private final String name;
    private final Kind kind;

    MatchingProblem(String name, Kind kind) {
        this.name = name;
        this.kind = kind;
    }

    @Override
    public String code() {
        return "matching." + name;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
