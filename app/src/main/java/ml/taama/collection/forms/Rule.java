package ml.taama.collection.forms;

import java.util.Locale;

/** What an answer is held against. Words: {@code check.<rule>.text} says what is wrong, {@code check.<rule>.advice} what to do. */
public enum Rule {
    /** Not a number: typed. */
    NUMBER(false),
    /** Could be two numbers: typed. */
    AMBIGUOUS(false),
    /** Parts of a thing that is counted whole: typed, unit. */
    DECIMALS(false),
    /** Below zero, above a hundred percent, or absurdly large: typed. */
    RANGE(false),
    /** Another unit than the one asked for: written, asked. */
    UNIT(false),
    /** No such question in this call: written. */
    QUESTION(false),
    /** No such value of a dimension, or a dimension that is not asked: written. */
    BREAKDOWN(false),
    /** No such place: written. */
    PLACE(false),
    /** No date, or one that does not exist: written. */
    DATE(false),
    /** A period that has not begun: written. */
    FUTURE(false),
    /** A period outside the one asked for: written, asked. */
    PERIOD(false),
    /** The same thing twice: where it stands first. */
    TWICE(false),
    /** The parts do not add up: total, sum. */
    TOTAL(false),
    /** Parts exceed the whole: total, sum. */
    PARTS(false),
    /** No such reason for the absence: written. */
    ABSENCE(false),
    /** A value and a reason for its absence. */
    BOTH(false),
    /** An asked figure or text without an answer: question. */
    MISSING(false),
    /** A formula whose result is an error: written. */
    FORMULA(false),
    /** Longer than what can be kept: how long it may be. */
    LENGTH(false),
    /** Very different from the last period: last value, its period. */
    CHANGE(true);

    private final boolean warning;

    Rule(boolean warning) {
        this.warning = warning;
    }

    /** Whether an explanation suffices. */
    public boolean warning() {
        return warning;
    }

    /** For example {@code not-a-number}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
