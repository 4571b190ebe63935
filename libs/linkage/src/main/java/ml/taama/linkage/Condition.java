package ml.taama.linkage;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When a pair of records reaches a level. Fields are named; a condition on a field that has no value on either side is
 * unknown, and unknown is not reached (three-valued logic, as in SQL).
 */
public sealed interface Condition {

    /** Some of the fields has no value, on either side. */
    record Null(List<String> fields) implements Condition {
        /** Copies the list. */
        public Null {
            fields = List.copyOf(fields);
        }
    }

    /** One field of the left record equals a field, possibly another, of the right one. */
    record Equal(String left, String right) implements Condition {}

    /** Strings at least as alike, or at most as far apart, as the threshold says. */
    record Similar(Measure measure, String left, String right, double threshold) implements Condition {}

    /** Numbers, or dates in seconds, no further apart. */
    record Near(String field, double most) implements Condition {}

    /** Numbers whose difference is less than a share of the larger. */
    record Percent(String field, double below) implements Condition {}

    /** Lists with at least so many distinct elements in common. */
    record Shared(String field, int least) implements Condition {}

    /** Lists of which the shorter, not empty, lies within the other. */
    record Subset(String field) implements Condition {}

    /** Points on the globe no further apart, along the great circle of a sphere of 6,371 km. */
    record Distance(String latitude, String longitude, double km) implements Condition {}

    /** A field of one side or both has a value given here. */
    record Literal(String field, Side side, String value) implements Condition {}

    /** Names that the model's table of equivalents holds together with at least this weight. */
    record Equivalent(String field, double least) implements Condition {}

    /** Names that the model's tables hold for different though they look alike. */
    record Different(String field) implements Condition {}

    /** Dates that may be one: equal as far as known, or so many years apart when one is approximate. */
    record Compatible(String field, int years) implements Condition {}

    /** All hold. */
    record And(List<Condition> all) implements Condition {
        /** Copies the list. */
        public And {
            all = List.copyOf(all);
        }
    }

    /** Some holds. */
    record Or(List<Condition> any) implements Condition {
        /** Copies the list. */
        public Or {
            any = List.copyOf(any);
        }
    }

    /** Is known not to hold. */
    record Not(Condition condition) implements Condition {}

    /** Always. */
    record Else() implements Condition {}

    /** A side of a pair. */
    enum Side {
        /** The left record. */
        LEFT,
        /** The right record. */
        RIGHT,
        /** Both records. */
        BOTH
    }

    /** A value is missing on either side. */
    static Condition none(String... fields) {
        return new Null(List.of(fields));
    }

    /** Equal in one field. */
    static Condition exact(String field) {
        return new Equal(field, field);
    }

    /** Alike in one field. */
    static Condition similar(Measure measure, String field, double threshold) {
        return new Similar(measure, field, field, threshold);
    }

    /** All other pairs. */
    static Condition otherwise() {
        return new Else();
    }

    /** The fields named, in order. */
    default Set<String> named() {
        return names().collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Stream<String> names() {
        return switch (this) {
            case Null c -> c.fields.stream();
            case Equal c -> Stream.of(c.left, c.right);
            case Similar c -> Stream.of(c.left, c.right);
            case Near c -> Stream.of(c.field);
            case Percent c -> Stream.of(c.field);
            case Shared c -> Stream.of(c.field);
            case Subset c -> Stream.of(c.field);
            case Distance c -> Stream.of(c.latitude, c.longitude);
            case Literal c -> Stream.of(c.field);
            case Equivalent c -> Stream.of(c.field);
            case Different c -> Stream.of(c.field);
            case Compatible c -> Stream.of(c.field);
            case And c -> c.all.stream().flatMap(Condition::names);
            case Or c -> c.any.stream().flatMap(Condition::names);
            case Not c -> c.condition.names();
            case Else ignored -> Stream.of();
        };
    }

    /** Whether left and right may change places. */
    default boolean symmetric() {
        return switch (this) {
            case Equal c -> c.left.equals(c.right);
            case Similar c -> c.left.equals(c.right);
            case Literal c -> c.side == Side.BOTH;
            case And c -> c.all.stream().allMatch(Condition::symmetric) || crossed(c);
            case Or c -> c.any.stream().allMatch(Condition::symmetric);
            case Not c -> c.condition.symmetric();
            default -> true;
        };
    }

    private static boolean crossed(And and) {
        return and.all.size() == 2
                && and.all.get(0) instanceof Equal a
                && and.all.get(1) instanceof Equal b
                && a.left.equals(b.right)
                && a.right.equals(b.left);
    }
}
