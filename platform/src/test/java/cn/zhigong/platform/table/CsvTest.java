package cn.zhigong.platform.table;

import static cn.zhigong.platform.table.Told.LIMITS;
import static cn.zhigong.platform.table.Told.cells;
import static cn.zhigong.platform.table.Told.content;
import static cn.zhigong.platform.table.Told.refusal;
import static cn.zhigong.platform.table.Told.rows;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    private static final Charset GB_18030 = Charset.forName("GB18030");
    private static final String ROSTER = "姓名,手机\n王小明,13800001111\n\uD840\uDC0B丽,\n";
    private static final List<List<String>> ROSTER_CELLS =
            List.of(List.of("姓名", "手机"), List.of("王小明", "13800001111"), List.of("\uD840\uDC0B丽"));

    @Test
    void everyEncodingThatOfficesUseIsRead() {
        assertThat(cells(ROSTER)).isEqualTo(ROSTER_CELLS);
        assertThat(cells("\uFEFF" + ROSTER)).isEqualTo(ROSTER_CELLS);
        assertThat(cells(ROSTER.getBytes(GB_18030))).isEqualTo(ROSTER_CELLS);
        assertThat(cells(("\uFEFF" + ROSTER).getBytes(UTF_16LE))).isEqualTo(ROSTER_CELLS);
        assertThat(cells(("\uFEFF" + ROSTER).getBytes(UTF_16BE))).isEqualTo(ROSTER_CELLS);
    }

    @Test
    void textThatIsNeitherIsRefusedInsteadOfGuessed() {
        var latin = "name,city\nJos\u00E9,Paris\n".getBytes(Charset.forName("ISO-8859-1"));
        assertThat(refusal(latin)).isEqualTo("ENCODING");
        var claimsToBeUtf8 = new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'a', ',', (byte) 0xC4, (byte) 0xE3};
        assertThat(refusal(claimsToBeUtf8)).isEqualTo("ENCODING");
    }

    /** Cut in the middle of a character it is GB 18030 all through, and full of names that nobody has. */
    @Test
    void damagedUtf8IsNotTakenForGb18030() {
        var roster = "姓名,手机\n王小,1\n丽".getBytes(UTF_8);
        var cut = Arrays.copyOf(roster, roster.length - 1);
        assertThat(new String(cut, GB_18030)).doesNotContain("\uFFFD");
        assertThat(refusal(cut)).isEqualTo("ENCODING");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void theHeadingTellsTheDelimiter(String delimiter) {
        var csv = "姓名|\"手机,电话;分机\"|备注\n甲|1,2;3|\"\t\"\n".replace("|", delimiter);
        assertThat(cells(csv).getFirst()).containsExactly("姓名", "手机,电话;分机", "备注");
        assertThat(cells("\n" + delimiter + "\n \n" + csv).getFirst()).containsExactly("姓名", "手机,电话;分机", "备注");
    }

    @Test
    void aTableOfOneColumnNeedsNoDelimiter() {
        assertThat(cells("姓名\n王;小明\n")).containsExactly(List.of("姓名"), List.of("王;小明"));
    }

    @Test
    void quotesHoldDelimitersLineBreaksAndQuotes() {
        assertThat(cells("a,b\r\n\"x,\r\ny\",\"say \"\"hi\"\"\"\r\n"))
                .containsExactly(List.of("a", "b"), List.of("x,\r\ny", "say \"hi\""));
        assertThat(cells("a,b\n5\" pipe,\"\"\n")).containsExactly(List.of("a", "b"), List.of("5\" pipe"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void linesAreCountedAsASpreadsheetShowsThem(String lineBreak) {
        var csv = "a,b||1,\"x|y\"|,|2,z".replace("|", lineBreak);
        assertThat(rows(csv))
                .isEqualTo(Map.of(1, List.of("a", "b"), 3, List.of("1", "x" + lineBreak + "y"), 5, List.of("2", "z")));
    }

    @Test
    void spacesAreKeptAndAreNoText() {
        assertThat(rows("a,b\n \u3000,\u00A0\n x ,\n")).isEqualTo(Map.of(1, List.of("a", "b"), 3, List.of(" x ")));
    }

    @Test
    void aQuoteThatIsNotClosedOrClosedTooEarlyIsRefusedAtItsRow() {
        assertThat(refusal("a,b\n1,\"x\ny\n")).isEqualTo("MALFORMED 2");
        assertThat(refusal("a,b\n1,x\n2,\"x\"y\n")).isEqualTo("MALFORMED 3");
    }

    @Test
    void aQuoteOverTheRestOfTheFileIsReadNoFurtherThanACellMayBeLong() {
        var opened = "a,b\n1,\"".getBytes(UTF_8);
        var counted = new CountedContent(() -> new SequenceInputStream(
                Collections.enumeration(Stream.of(opened, "x\n".repeat(200_000).getBytes(UTF_8))
                        .map(ByteArrayInputStream::new)
                        .toList())));
        assertThat(refusal(counted, LIMITS)).isEqualTo("CELL_TOO_LONG 2");
        assertThat(counted.lastRead()).isLessThan(50_000);
    }

    @Test
    void aCellMayBeAsLongAsTheLimitHoweverItIsQuoted() {
        var quotes = "\"\"".repeat(200);
        assertThat(cells("a\n\"" + quotes + "\"\n").getLast()).containsExactly("\"".repeat(200));
        assertThat(refusal("a\n\"" + quotes + "x\"\n")).isEqualTo("CELL_TOO_LONG 2");
        assertThat(refusal("a\nb\n" + "x".repeat(201))).isEqualTo("CELL_TOO_LONG 3");
    }

    @Test
    void columnsCountAsFarAsTheyHaveText() {
        assertThat(cells("a" + ",".repeat(50_000)).getFirst().getFirst()).isEqualTo("a");
        assertThat(cells("a\n" + ",".repeat(19) + "t\n").getLast()).hasSize(20).endsWith("t");
        assertThat(refusal("a,b\n" + ",".repeat(20) + "t\n")).isEqualTo("TOO_MANY_COLUMNS 2");
        assertThat(refusal("a,b\n" + "1,".repeat(100_000))).isEqualTo("TOO_MANY_COLUMNS 2");
    }

    @Test
    void rowsCountAsFarAsTheyHaveText() {
        assertThat(rows("a\n\n\n".repeat(1_000))).hasSize(1_000);
        assertThat(refusal("a\n".repeat(1_001))).isEqualTo("TOO_MANY_ROWS 1001");
    }

    @Test
    void aFileOfNothingIsRefusedWhenItIsTooLong() {
        var spaces = " ".repeat(1 << 20) + "\n";
        assertThat(refusal(spaces)).startsWith("EXPANDS_TOO_FAR");
        assertThat(refusal(content("\n".repeat(1 << 20).getBytes(UTF_8)), LIMITS))
                .isEqualTo("EMPTY");
    }
}
