package ml.taama.platform.vault;

import java.util.Optional;
import java.util.function.BinaryOperator;

/**
 * A column in which a module keeps what the {@link Vault} sealed. Each such column is a bean, so that a rotation of keys seals
 * it anew.
 *
 * @param table with its schema
 * @param place SQL over a row: the place for which the value is sealed
 * @param key by which rows are gone through in order, told apart
 * @param chunk rows that are sealed anew in one transaction
 * @param token how the value is found again, where it is
 */
public record SealedColumn(String table, String column, String place, Key key, int chunk, Optional<Token> token) {

    private static final int CHUNK = 500;

    /**
     * The column of keyed tokens beside the sealed one.
     *
     * @param purpose SQL over a row: what the token is for
     * @param plain from purpose and text to what the token is made of
     */
    public record Token(String column, String purpose, BinaryOperator<String> plain) {}

    /**
     * By what rows are told apart and ordered.
     *
     * @param column of the table, its SQL type, and a value before the first
     */
    record Key(String column, String type, String before) {

        /** Their number. */
        static final Key ID = new Key("id", "bigint", "0");

        /** Where they stand: for small tables, since no index orders them. */
        static final Key PLACE = new Key("ctid", "tid", "(0,0)");
    }

    /** A column of small values that are not looked for, in a table whose rows are numbered by {@code id}. */
    public static SealedColumn of(String table, String column, String place) {
        return new SealedColumn(table, column, place, Key.ID, CHUNK, Optional.empty());
    }

    /** The same, with large values: so many in one transaction. */
    public SealedColumn inChunksOf(int rows) {
        return new SealedColumn(table, column, place, key, rows, token);
    }

    /** The same, in a small table whose rows have no number. */
    public SealedColumn withoutNumbers() {
        return new SealedColumn(table, column, place, Key.PLACE, chunk, token);
    }

    /** The same, found again through a token. */
    public SealedColumn foundBy(Token by) {
        return new SealedColumn(table, column, place, key, chunk, Optional.of(by));
    }
}
