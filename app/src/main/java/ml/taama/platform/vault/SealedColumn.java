package ml.taama.platform.vault;

import java.util.Optional;
import java.util.function.BinaryOperator;

/**
 * A column in which a module keeps what the {@link Vault} sealed. Each such column is a bean, so that a rotation of keys seals
 * it anew; its rows are numbered by {@code id}.
 *
 * @param table with its schema
 * @param place SQL over a row: the place for which the value is sealed
 * @param chunk rows that are sealed anew in one transaction
 * @param token how the value is found again, where it is
 */
public record SealedColumn(String table, String column, String place, int chunk, Optional<Token> token) {

    private static final int CHUNK = 500;

    /**
     * The column of keyed tokens beside the sealed one.
     *
     * @param purpose SQL over a row: what the token is for
     * @param plain from purpose and text to what the token is made of
     */
    public record Token(String column, String purpose, BinaryOperator<String> plain) {}

    /** A column of small values that are not looked for. */
    public static SealedColumn of(String table, String column, String place) {
        return new SealedColumn(table, column, place, CHUNK, Optional.empty());
    }

    /** The same, with large values: so many in one transaction. */
    public SealedColumn inChunksOf(int rows) {
        return new SealedColumn(table, column, place, rows, token);
    }

    /** The same, found again through a token. */
    public SealedColumn foundBy(Token by) {
        return new SealedColumn(table, column, place, chunk, Optional.of(by));
    }
}
