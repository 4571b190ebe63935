package ml.taama.platform.database;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import ml.taama.platform.text.LocalText;
import ml.taama.platform.time.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** A row of a result, read with the types of the product. */
public final class Row {

    private final ResultSet result;

    private Row(ResultSet result) {
        this.result = result;
    }

    /** Makes an object of each row. */
    public interface Maker<T> {
        /** Makes an object of a row. */
        T make(Row row) throws SQLException;
    }

    /** A row mapper for Spring. */
    public static <T> RowMapper<T> mapper(Maker<T> maker) {
        return (result, number) -> maker.make(new Row(result));
    }

    /** A text that is never null. */
    public String text(String column) throws SQLException {
        return Objects.requireNonNull(result.getString(column), column);
    }

    /** A text that may be null. */
    public Optional<String> maybe(String column) throws SQLException {
        return Optional.ofNullable(result.getString(column));
    }

    /** A text in several languages. */
    public LocalText local(String column) throws SQLException {
        return LocalText.parse(text(column));
    }

    /** A text in several languages that may be null. */
    public Optional<LocalText> maybeLocal(String column) throws SQLException {
        return maybe(column).map(LocalText::parse);
    }

    /** A period that may be null. */
    public Optional<Period> period(String column) throws SQLException {
        return maybe(column).map(Period::parse);
    }

    /** A number that is never null. */
    public BigDecimal number(String column) throws SQLException {
        return Objects.requireNonNull(result.getBigDecimal(column), column);
    }

    /** A number that may be null. */
    public Optional<BigDecimal> maybeNumber(String column) throws SQLException {
        return Optional.ofNullable(result.getBigDecimal(column));
    }

    /** A whole number; null counts as zero. */
    public int whole(String column) throws SQLException {
        return result.getInt(column);
    }

    /** A truth; null counts as false. */
    public boolean truth(String column) throws SQLException {
        return result.getBoolean(column);
    }

    /** A moment that may be null. */
    public Optional<Instant> instant(String column) throws SQLException {
        return Optional.ofNullable(result.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    /** A day that may be null. */
    public Optional<LocalDate> day(String column) throws SQLException {
        return Optional.ofNullable(result.getObject(column, LocalDate.class));
    }

    /** Bytes that may be null. */
    public Optional<byte[]> bytes(String column) throws SQLException {
        return Optional.ofNullable(result.getBytes(column));
    }

    /** An array of texts. */
    public List<String> list(String column) throws SQLException {
        @Nullable Array array = result.getArray(column);
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }
}
