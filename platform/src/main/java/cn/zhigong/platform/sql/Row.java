package cn.zhigong.platform.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The row of a query that is being read, by names of its columns or by their numbers from 1. It is the same object for
 * every row, so what it gives is kept and not the row itself.
 *
 * <p>Whether a column may be null is said at each use. One that is null though nothing like {@code textOrNull} was
 * asked for is an {@link IllegalStateException} with its name: the query promises more than the schema keeps.
 */
public final class Row {

    private final ResultSet rows;

    Row(ResultSet rows) {
        this.rows = rows;
    }

    public UUID uuid(int column) {
        return present(column, uuidOrNull(column));
    }

    public UUID uuid(String column) {
        return uuid(numberOf(column));
    }

    public @Nullable UUID uuidOrNull(int column) {
        return read(column, (row, at) -> row.getObject(at, UUID.class));
    }

    public @Nullable UUID uuidOrNull(String column) {
        return uuidOrNull(numberOf(column));
    }

    public String text(int column) {
        return present(column, textOrNull(column));
    }

    public String text(String column) {
        return text(numberOf(column));
    }

    public @Nullable String textOrNull(int column) {
        return read(column, ResultSet::getString);
    }

    public @Nullable String textOrNull(String column) {
        return textOrNull(numberOf(column));
    }

    /** The constant of an enum that has this name. */
    public <E extends Enum<E>> E constant(int column, Class<E> type) {
        return Enum.valueOf(type, text(column));
    }

    public <E extends Enum<E>> E constant(String column, Class<E> type) {
        return constant(numberOf(column), type);
    }

    public <E extends Enum<E>> @Nullable E constantOrNull(String column, Class<E> type) {
        var name = textOrNull(column);
        return name == null ? null : Enum.valueOf(type, name);
    }

    /** A {@code timestamptz}. */
    public Instant instant(int column) {
        return present(column, instantOrNull(column));
    }

    public Instant instant(String column) {
        return instant(numberOf(column));
    }

    public @Nullable Instant instantOrNull(int column) {
        var time = read(column, (row, at) -> row.getObject(at, OffsetDateTime.class));
        return time == null ? null : time.toInstant();
    }

    public @Nullable Instant instantOrNull(String column) {
        return instantOrNull(numberOf(column));
    }

    /** A {@code date}. */
    public LocalDate day(int column) {
        return present(column, dayOrNull(column));
    }

    public LocalDate day(String column) {
        return day(numberOf(column));
    }

    private @Nullable LocalDate dayOrNull(int column) {
        return read(column, (row, at) -> row.getObject(at, LocalDate.class));
    }

    public @Nullable LocalDate dayOrNull(String column) {
        return dayOrNull(numberOf(column));
    }

    /** A whole number that fits an {@code int}, such as a count of few; a larger one is refused. */
    public int integer(int column) {
        return present(column, read(column, ResultSet::getInt));
    }

    public int integer(String column) {
        return integer(numberOf(column));
    }

    public @Nullable Integer integerOrNull(String column) {
        return read(numberOf(column), ResultSet::getInt);
    }

    /** A whole number. */
    public long bigint(int column) {
        return present(column, read(column, ResultSet::getLong));
    }

    public long bigint(String column) {
        return bigint(numberOf(column));
    }

    public @Nullable Long bigintOrNull(String column) {
        return read(numberOf(column), ResultSet::getLong);
    }

    /** Any number, as near as a {@code double} comes to it. */
    public double number(int column) {
        return present(column, read(column, ResultSet::getDouble));
    }

    public boolean flag(int column) {
        return present(column, read(column, ResultSet::getBoolean));
    }

    public boolean flag(String column) {
        return flag(numberOf(column));
    }

    public byte[] bytes(int column) {
        return present(column, read(column, ResultSet::getBytes));
    }

    public byte[] bytes(String column) {
        return bytes(numberOf(column));
    }

    public byte @Nullable [] bytesOrNull(String column) {
        return read(numberOf(column), ResultSet::getBytes);
    }

    /** How the driver reads a column; for the primitives it gives 0 or false when that is null. */
    private interface Getter<T> {
        @Nullable T get(ResultSet row, int column) throws SQLException;
    }

    private <T> @Nullable T read(int column, Getter<T> getter) {
        try {
            var value = getter.get(rows, column);
            return rows.wasNull() ? null : value;
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private int numberOf(String column) {
        try {
            return rows.findColumn(column);
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private <T> T present(int column, @Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("Column %d of a row, %s, is null".formatted(column, nameOf(column)));
        }
        return value;
    }

    private String nameOf(int column) {
        try {
            return rows.getMetaData().getColumnLabel(column);
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }
}
