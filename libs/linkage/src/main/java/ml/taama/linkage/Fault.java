package ml.taama.linkage;

/** What can be wrong with a model, its input or the memory given; the arguments are named in order. */
public enum Fault {
    /** The file cannot be read: file, reason. */
    UNREADABLE_FILE,
    /** The file has no header or no column: file. */
    EMPTY_FILE,
    /** The header names a column twice: file, column. */
    DUPLICATE_COLUMN,
    /** A line has another number of cells than the header: file, line, found, expected. */
    RAGGED_LINE,
    /** A quote is not closed, or a cell is beyond all bounds: file, reason. */
    BROKEN_CSV,
    /** No such column: file, column, columns that exist. */
    NO_COLUMN,
    /** A record has no identifier: file, number of the record. */
    NO_ID,
    /** Two records have the same identifier: file, number of the record, number of the first. */
    DUPLICATE_ID,
    /** A value is longer than is allowed: file, number of the record, column, length, limit. */
    LONG_VALUE,
    /** More records, values or pairs than fit: what, number, limit. */
    TOO_MANY,
    /** More memory is needed than is set: what, megabytes needed, megabytes set. */
    MEMORY,
    /** The model is not JSON: reason. */
    NOT_JSON,
    /** A part of the model has a wrong value: path, value, expected. */
    BAD_MODEL,
    /** A name in the model refers to nothing: path, name. */
    UNKNOWN_NAME,
    /** A standardiser is not known or is given wrong arguments: field, step. */
    BAD_STEP,
    /** A Splink expression that this library cannot express: path, expression. */
    NOT_EXPRESSIBLE,
    /** A model for one source is given two, or the other way round: link type. */
    WRONG_SOURCES,
    /** Nothing to train on: pass. */
    NOTHING_TO_TRAIN
}
