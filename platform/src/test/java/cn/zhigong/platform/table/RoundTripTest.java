package cn.zhigong.platform.table;

import static cn.zhigong.platform.table.Told.cells;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is written is read again: any text, in each form that it can have. */
class RoundTripTest {
    private static final int ROUNDS = 1_000;
    private static final int[] CHARACTERS =
            "王小明\uD840\uDC0Bé☃ab019 ,;\t\"\"\r\n'=+-@＝<>&_x0041_\u3000\u00A0\u200B\uFEFF"
                    .codePoints()
                    .toArray();
    private static final Charset GB_18030 = Charset.forName("GB18030");

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void ourOwnLinesAreReadAsTheyWereBesidesTheApostrophe() {
        for (var round = 0; round < ROUNDS; round++) {
            var table = table();
            var csv = table.stream().map(CsvLine::of).collect(Collectors.joining());
            var read = cells((CsvLine.MARK + csv).getBytes(UTF_8));
            var told = told(table);
            assertThat(read).as("seed %d", seed).hasSameSizeAs(told);
            for (var row = 0; row < read.size(); row++) {
                var withoutApostrophe = without(read.get(row), told.get(row));
                assertThat(withoutApostrophe).as("seed %d", seed).isEqualTo(told.get(row));
            }
        }
    }

    @Test
    void everyDelimiterLineBreakAndEncodingIsFound() {
        for (var round = 0; round < ROUNDS; round++) {
            var table = table();
            var delimiter = pick(",", ";", "\t");
            var lineBreak = pick("\n", "\r", "\r\n");
            var csv = table.stream()
                    .map(row -> row.stream().map(this::quoted).collect(Collectors.joining(delimiter)))
                    .collect(Collectors.joining(lineBreak));
            var file = switch (random.nextInt(4)) {
                case 0 -> csv.getBytes(UTF_8);
                case 1 -> ("\uFEFF" + csv).getBytes(UTF_8);
                case 2 -> ("\uFEFF" + csv).getBytes(UTF_16LE);
                default -> csv.getBytes(GB_18030);
            };
            assertThat(cells(file)).as("seed %d", seed).isEqualTo(told(table));
        }
    }

    @Test
    void aWorkbookHoldsEveryText() {
        for (var round = 0; round < ROUNDS; round++) {
            var table = table();
            var shared = new StringBuilder();
            var sheet = new StringBuilder();
            var count = 0;
            for (var row : table) {
                sheet.append("<row>");
                for (var cell : row) {
                    if (random.nextBoolean()) {
                        sheet.append("<c t=\"s\"><v>").append(count++).append("</v></c>");
                        shared.append("<si><t>").append(escaped(cell)).append("</t></si>");
                    } else {
                        sheet.append("<c t=\"inlineStr\"><is><t>")
                                .append(escaped(cell))
                                .append("</t></is></c>");
                    }
                }
                sheet.append("</row>");
            }
            var file = Xlsx.of(sheet.toString()).texts(shared.toString());
            assertThat(cells(file.bytes())).as("seed %d", seed).isEqualTo(told(table));
        }
    }

    /** Spreadsheets keep binary fractions and write them with 17 digits. */
    @Test
    void aNumberOfUpToFifteenDigitsIsReadAsItWasTyped() {
        for (var round = 0; round < ROUNDS; round++) {
            var digits = random.nextLong(1, 1_000_000_000_000_000L);
            var typed = BigDecimal.valueOf(digits, random.nextInt(10)).stripTrailingZeros();
            var kept = new BigDecimal(typed.doubleValue())
                    .round(new MathContext(17))
                    .toString();
            var file = Xlsx.of("<row><c><v>" + kept + "</v></c></row>");
            assertThat(cells(file.bytes())).as(kept).containsExactly(List.of(typed.toPlainString()));
        }
    }

    @Test
    void aNumberOfMoreDigitsIsNeverReadAsOneOfThem() {
        for (var round = 0; round < ROUNDS; round++) {
            var typed = Long.toString(random.nextLong(1_000_000_000_000_000L, Long.MAX_VALUE));
            var kept = pick(typed, Double.toString(Double.parseDouble(typed)));
            var shown = cells(Xlsx.of("<row><c><v>" + kept + "</v></c></row>").bytes())
                    .getFirst()
                    .getFirst();
            assertThat(shown).matches("\\d\\.\\d{1,14}E1[5-8]");
        }
    }

    /** The heading has two names, in Chinese as nearly all of them, which also tells encodings apart. */
    private List<List<String>> table() {
        var table = new ArrayList<List<String>>();
        table.add(List.of("姓名", text(), "手机"));
        for (var rows = random.nextInt(4); rows > 0; rows--) {
            var row = new ArrayList<String>();
            for (var columns = 1 + random.nextInt(4); columns > 0; columns--) {
                row.add(text());
            }
            table.add(row);
        }
        return table;
    }

    private String text() {
        var text = new StringBuilder();
        random.ints(random.nextInt(8), 0, CHARACTERS.length).forEach(i -> text.appendCodePoint(CHARACTERS[i]));
        return text.toString();
    }

    /** The rows with text, without the empty cells at their ends. */
    private static List<List<String>> told(List<List<String>> table) {
        return table.stream()
                .filter(row -> !row.stream().allMatch(Blank::is))
                .map(RoundTripTest::trimmed)
                .toList();
    }

    private static List<String> trimmed(List<String> row) {
        var trimmed = new ArrayList<>(row);
        while (trimmed.getLast().isEmpty()) {
            trimmed.removeLast();
        }
        return trimmed;
    }

    private static List<String> without(List<String> read, List<String> written) {
        var without = new ArrayList<>(read);
        for (var i = 0; i < Math.min(read.size(), written.size()); i++) {
            if (read.get(i).equals("'" + written.get(i))) {
                without.set(i, written.get(i));
            }
        }
        return without;
    }

    private String quoted(String cell) {
        var plain = cell.chars().noneMatch(c -> ",;\t\"\r\n<\uFEFF".indexOf(c) >= 0);
        return plain && random.nextBoolean() ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }

    /** As a spreadsheet writes it: what XML would change is escaped, and what looks like an escape too. */
    private static String escaped(String cell) {
        return cell.replaceAll("_(?=x[0-9A-Fa-f]{4}_)", "_x005F_")
                .replace("\r", "_x000D_")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
