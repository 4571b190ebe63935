package ml.taama.portal;

import ml.taama.platform.problem.Problem.Code;
import ml.taama.platform.problem.Problem.Kind;

/** Problems of the public site. */
enum PortalProblem implements Code {
    /** The pack of the country has no review cycle. */
    NO_REVIEW("no-review", Kind.UNAVAILABLE);

    private final String code;
    private final Kind kind;

    PortalProblem(String code, Kind kind) {
        this.code = code;
        this.kind = kind;
    }

    @Override
    public String code() {
        return "portal." + code;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
