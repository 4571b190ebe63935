package ml.taama.tabulation.schema;

import java.util.Arrays;
import java.util.List;

/**
 * Something wrong with what was given. The words are the application's; arguments never hold values of records.
 *
 * @param code what is wrong
 * @param where file, column, option or path inside a JSON document
 * @param arguments what fills the sentence, in the order that {@link Code} states
 */
public record Fault(Code code, String where, List<String> arguments) {

    /** Kinds of faults, with their arguments. */
    public enum Code {
        /** The file is missing or cannot be read. */
        FILE_UNREADABLE,
        /** The file is neither Parquet nor CSV, or is damaged: what the reader says. */
        FILE_DAMAGED,
        /** The data hold no such column: name, columns there are. */
        NO_COLUMN,
        /** The column exists but the schema does not describe it as needed: name, needed kind. */
        WRONG_KIND,
        /** A code of the data is not in its list: column, number of rows, first row. */
        UNKNOWN_CODES,
        /** A value is not a number: column, number of rows, first row. */
        NOT_NUMERIC,
        /** The key of the counted unit is missing: column, number of rows, first row. */
        NO_UNIT_KEY,
        /** Weights must not be negative or missing: column, number of rows, first row. */
        BAD_WEIGHT,
        /** The text is not JSON: line, column. */
        NOT_JSON,
        /** A member of the JSON document is not known: name. */
        UNKNOWN_MEMBER,
        /** A member of the JSON document is missing or has another type: name, expected type. */
        BAD_MEMBER,
        /** A name or code stands twice: name. */
        TWICE,
        /** A code has no parent in the next level, or one that is not there: code, level. */
        NO_PARENT,
        /** The variable has no such level: variable, level, levels there are. */
        NO_LEVEL,
        /** The list has no such code: variable, code. */
        NO_CODE,
        /** The request cannot be read: position, what was expected. */
        BAD_REQUEST,
        /** The measure needs something that is missing: measure, what. */
        MEASURE_NEEDS,
        /** Two wishes that exclude each other: one, other. */
        EXCLUDES,
        /** The perturbation table is not readable: line, column name. */
        BAD_PERTURBATION,
        /** A perturbation table with these parameters does not exist: parameter, value, allowed. */
        BAD_DESIGN,
        /** The secret of the record keys is empty. */
        EMPTY_SECRET,
        /** The table has more cells than fit: cells, most. */
        TOO_LARGE,
        /** Units per cell are too few: units, cells are too many for the data: least mean. */
        TOO_SPARSE,
        /** Differs from an earlier table by fewer people than allowed: least. */
        TOO_CLOSE,
        /** The query budget is used up: most tables or cells. */
        BUDGET,
        /** A budget belongs to one release: the file of another one. */
        OTHER_DATA,
        /** No suppression pattern protects the table: cells left open. */
        NOT_PROTECTED,
        /** A population figure is missing or not a positive number: line. */
        BAD_POPULATION,
        /** The result cannot be drawn: what it lacks. */
        NOT_DRAWABLE
    }

    /** Copies the list. */
    public Fault {
        arguments = List.copyOf(arguments);
    }

    /** A fault with its arguments in order. */
    public static Fault of(Code code, String where, Object... arguments) {
        return new Fault(
                code, where, Arrays.stream(arguments).map(String::valueOf).toList());
    }
}
