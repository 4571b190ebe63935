package ml.taama.platform.problem;

import java.util.List;

/**
 * Something that went wrong and that a person can be told about: a stable code, and what fills its message. The words
 * are in the message bundles under {@code problem.<code>}; arguments never hold personal data.
 */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** How the problem is answered on the web. */
    public enum Kind {
        INVALID(400),
        FORBIDDEN(403),
        NOT_FOUND(404),
        CONFLICT(409),
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /** HTTP status. */
        public int status() {
            return status;
        }
    }

    /** A code that a module owns; once published it never changes its meaning. */
    public interface Code {

        /** For example {@code platform.port-in-use}. */
        String code();

        /** How it is answered. */
        Kind kind();
    }

    private final transient Code code;
    private final transient List<Object> arguments;

    private Problem(Code code, List<Object> arguments) {
        super(code.code() + " " + arguments);
        this.code = code;
        this.arguments = arguments;
    }

    /** A problem with what fills its message, in order. */
    public static Problem of(Code code, Object... arguments) {
        return new Problem(code, List.of(arguments));
    }

    /** The same, keeping what caused it for the log. */
    public Problem causedBy(Throwable cause) {
        initCause(cause);
        return this;
    }

    /** The stable code. */
    public String code() {
        return code.code();
    }

    /** How it is answered. */
    public Kind kind() {
        return code.kind();
    }

    /** What fills the message, in order. */
    public Object[] arguments() {
        return arguments.toArray();
    }
}
