package ml.taama.linkage;

import java.util.List;

/** An SQL expression, as far as Splink's library writes them. */
sealed interface Sql {

    /** A column; the qualifier is {@code l}, {@code r} or empty. */
    record Name(String qualifier, String name) implements Sql {}

    /** A string. */
    record Text(String value) implements Sql {}

    /** A number. */
    record Numeric(double value) implements Sql {}

    /** A function, its name in lower case; {@code cast} drops the type. */
    record Call(String function, List<Sql> arguments) implements Sql {}

    /** An operator: and, or, =, &lt;&gt;, &lt;=, &gt;=, &lt;, &gt;, +, -, *, /. */
    record Binary(String operator, Sql left, Sql right) implements Sql {}

    /** Not. */
    record Not(Sql of) implements Sql {}

    /** Is null. */
    record IsNull(Sql of) implements Sql {}
}
