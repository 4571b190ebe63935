package ml.taama.observatory;

import ml.taama.platform.problem.Problem.Code;
import ml.taama.platform.problem.Problem.Kind;

/** Problems of figures. */
enum ObservatoryProblem implements Code {
    /** A figure that is published is not withdrawn. */
    PUBLISHED("published", Kind.CONFLICT);

    private final String name;
    private final Kind kind;

    ObservatoryProblem(String name, Kind kind) {
        this.name = name;
        this.kind = kind;
    }

    @Override
    public String code() {
        return "observatory." + name;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
