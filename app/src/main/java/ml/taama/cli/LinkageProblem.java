package ml.taama.cli;

import ml.taama.linkage.Fault;
import ml.taama.linkage.LinkageException;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.problem.Problem.Code;
import ml.taama.platform.problem.Problem.Kind;

/** What the linkage library finds wrong, in the words of the product. */
enum LinkageProblem implements Code {
    UNREADABLE_FILE("unreadable-file"),
    EMPTY_FILE("empty-file"),
    DUPLICATE_COLUMN("duplicate-column"),
    RAGGED_LINE("ragged-line"),
    BROKEN_CSV("broken-csv"),
    NO_COLUMN("no-column"),
    NO_ID("no-id"),
    DUPLICATE_ID("duplicate-id"),
    LONG_VALUE("long-value"),
    TOO_MANY("too-many"),
    MEMORY("memory"),
    NOT_JSON("not-json"),
    BAD_MODEL("bad-model"),
    UNKNOWN_NAME("unknown-name"),
    BAD_STEP("bad-step"),
    NOT_EXPRESSIBLE("not-expressible"),
    WRONG_SOURCES("wrong-sources"),
    NOTHING_TO_TRAIN("nothing-to-train");

    private final String name;

    LinkageProblem(String name) {
        this.name = name;
    }

    @Override
    public String code() {
        return "linkage." + name;
    }

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }

    /** The problem that says the same; arguments that are not numbers as text. */
    static Problem of(LinkageException e) {
        Object[] arguments = e.arguments();
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = arguments[i] instanceof Number n ? n : String.valueOf(arguments[i]);
        }
        return Problem.of(valueOf(e.fault().name()), arguments).causedBy(e);
    }

    /** Memory that ran out. */
    static Problem outOfMemory() {
        long megabytes = Runtime.getRuntime().maxMemory() >> 20;
        return of(new LinkageException(Fault.MEMORY, "heap", "> " + megabytes, megabytes));
    }
}
