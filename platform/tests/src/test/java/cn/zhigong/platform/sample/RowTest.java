package cn.zhigong.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.sql.SqlFailure;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values of rows by their types; a null that was not asked for is refused with the name of its column. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class RowTest {

    private static final String ID = "01900000-0000-7000-8000-000000000001";

    /** One way to read a column called {@code wanted}. */
    record Reader(String type, String written, Object value, Sql.Reading<?> reading) {

        @Override
        public String toString() {
            return type;
        }
    }

    @Inject
    Sql sql;

    static List<Reader> readers() {
        var id = UUID.fromString(ID);
        var time = Instant.parse("2026-11-27T14:17:00.123456Z");
        return List.of(
                new Reader("uuid", ID, id, row -> row.uuid(1)),
                new Reader("uuid", ID, id, row -> row.uuid("wanted")),
                new Reader("text", "字", "字", row -> row.text(1)),
                new Reader("text", "字", "字", row -> row.text("wanted")),
                new Reader("text", "FRIDAY", DayOfWeek.FRIDAY, row -> row.constant(1, DayOfWeek.class)),
                new Reader("text", "FRIDAY", DayOfWeek.FRIDAY, row -> row.constant("wanted", DayOfWeek.class)),
                new Reader("timestamptz", "2026-11-27 22:17:00.123456+08", time, row -> row.instant(1)),
                new Reader("timestamptz", "2026-11-27 22:17:00.123456+08", time, row -> row.instant("wanted")),
                new Reader("date", "2026-10-01", LocalDate.of(2026, 10, 1), row -> row.day(1)),
                new Reader("date", "2026-10-01", LocalDate.of(2026, 10, 1), row -> row.day("wanted")),
                new Reader("int", "-7", -7, row -> row.integer(1)),
                new Reader("bigint", "7", 7, row -> row.integer("wanted")),
                new Reader("bigint", "5000000000", 5_000_000_000L, row -> row.bigint(1)),
                new Reader("int", "0", 0L, row -> row.bigint("wanted")),
                new Reader("double precision", "0.5", 0.5, row -> row.number(1)),
                new Reader("numeric", "0", 0.0, row -> row.number(1)),
                new Reader("boolean", "true", true, row -> row.flag(1)),
                new Reader("boolean", "false", false, row -> row.flag("wanted")),
                new Reader("bytea", "\\x01ff", new byte[] {1, -1}, row -> row.bytes(1)),
                new Reader("bytea", "\\x", new byte[0], row -> row.bytes("wanted")));
    }

    private Object read(Reader reader, @Nullable String written) {
        return sql.first("select ?::text::%s as wanted".formatted(reader.type()), reader.reading(), written)
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("readers")
    void aValueIsReadAsItsType(Reader reader) {
        assertThat(read(reader, reader.written())).isEqualTo(reader.value());
    }

    @ParameterizedTest
    @MethodSource("readers")
    void aNullThatWasNotAskedForIsRefusedWithItsColumn(Reader reader) {
        assertThatIllegalStateException()
                .isThrownBy(() -> read(reader, null))
                .withMessage("Column 1 of a row, wanted, is null");
    }

    private List<@Nullable Object> eachOrNull(String values) {
        return sql.first(
                        "select u, t, i, d, n, b from (values %s) as one (u, t, i, d, n, b)".formatted(values),
                        row -> Arrays.<@Nullable Object>asList(
                                row.uuidOrNull(1),
                                row.uuidOrNull("u"),
                                row.textOrNull(2),
                                row.textOrNull("t"),
                                row.instantOrNull(3),
                                row.instantOrNull("i"),
                                row.dayOrNull("d"),
                                row.integerOrNull("n"),
                                row.bigintOrNull("b")))
                .orElseThrow();
    }

    @Test
    void aNullThatWasAskedForIsGiven() {
        assertThat(eachOrNull("(null::uuid, null::text, null::timestamptz, null::date, null::int, null::bigint)"))
                .hasSize(9)
                .containsOnlyNulls();
    }

    @Test
    void whatMayBeNullNeedNotBe() {
        var id = UUID.fromString(ID);
        var time = Instant.parse("2026-11-27T14:17:00Z");
        assertThat(eachOrNull(
                        "('%s'::uuid, '', '%s'::timestamptz, '2026-10-01'::date, 0, 0::bigint)".formatted(ID, time)))
                .containsExactly(id, id, "", "", time, time, LocalDate.of(2026, 10, 1), 0, 0L);
    }

    /** A sum is numeric, and a count that fits an int is a bigint. */
    @Test
    void aWholeNumberIsReadFromWhateverTypeItHas() {
        assertThat(eachOrNull("(null::uuid, null::text, null::timestamptz, null::date, 7::bigint, 8::numeric)"))
                .endsWith(7, 8L);
    }

    /** Cut off, it would be a wrong number. */
    @Test
    void aNumberThatIsTooLargeForItsTypeIsRefused() {
        assertThatExceptionOfType(SqlFailure.class)
                .isThrownBy(() -> sql.first("select 5000000000::bigint", row -> row.integer(1)));
    }

    @Test
    void aColumnThatTheQueryDoesNotHaveIsNamed() {
        assertThatExceptionOfType(SqlFailure.class)
                .isThrownBy(() -> sql.first("select 1 as one", row -> row.integer("other")))
                .withMessageContaining("other");
    }
}
