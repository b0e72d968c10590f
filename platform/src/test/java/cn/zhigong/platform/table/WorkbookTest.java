package cn.zhigong.platform.table;

import static cn.zhigong.platform.table.Told.cells;
import static cn.zhigong.platform.table.Told.reason;
import static cn.zhigong.platform.table.Told.refusal;
import static cn.zhigong.platform.table.Told.rows;
import static cn.zhigong.platform.table.UnreadableTableException.Reason.EMPTY;
import static cn.zhigong.platform.table.UnreadableTableException.Reason.MALFORMED;
import static cn.zhigong.platform.table.UnreadableTableException.Reason.NOT_A_TABLE;
import static cn.zhigong.platform.table.Xlsx.RELATED;
import static cn.zhigong.platform.table.Xlsx.SHEET;
import static cn.zhigong.platform.table.Xlsx.WORKBOOK;
import static cn.zhigong.platform.table.Xlsx.relationship;
import static cn.zhigong.platform.table.Xlsx.text;
import static cn.zhigong.platform.table.Xlsx.workbook;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookTest {

    @Test
    void sharedTextsAreFoundByTheirNumber() {
        var file = Xlsx.of("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"B1\" t=\"s\"><v>0</v></c></row>")
                .texts("<si><t>手机</t></si><si><t xml:space=\"preserve\"> 姓名</t></si>");
        assertThat(cells(file.bytes())).containsExactly(List.of(" 姓名", "手机"));
    }

    @Test
    void richTextIsJoinedWithoutItsPronunciation() {
        var file = Xlsx.of(
                        "<row><c t=\"s\"><v>0</v></c><c t=\"inlineStr\"><is><r><t>内</t></r><r><t>联</t></r></is></c></row>")
                .texts("""
                        <si><r><rPr><b/></rPr><t>王</t></r><r><t><![CDATA[小]]>&#x660E;</t></r>\
                        <rPh sb="0" eb="1"><t>ワン</t></rPh><phoneticPr fontId="1"/></si>""");
        assertThat(cells(file.bytes())).containsExactly(List.of("王小明", "内联"));
    }

    @Test
    void charactersThatXmlCannotHoldAreTakenFromTheirEscapes() {
        assertThat(cell("<c t=\"inlineStr\"><is><t>a_x000D_\nb_x005F_x0041_ _x0000_ _xD840_</t></is></c>"))
                .isEqualTo("a\r\nb_x0041_ _x0000_ _xD840_");
    }

    @ParameterizedTest
    @CsvSource({
        "13800001111, 13800001111",
        "1.3800001111E10, 13800001111",
        "3.5, 3.5",
        "2.5000000000000001E-2, 0.025",
        "0.30000000000000004, 0.3",
        "-0, 0",
        "007, 7",
        "-5, -5",
        "100000, 100000",
        "110101900307203, 110101900307203",
        "999999999999999, 999999999999999",
        "1E15, 1.0E15",
        "110101199003072033, 1.10101199003072E17",
        "1.1010119900307201E+17, 1.10101199003072E17",
        "-6222020000001234, -6.22202000000123E15",
        "1E-300, 1.0E-300",
        "1E308, 1.0E308",
    })
    void numbersAreWrittenOutUnlessTheyHaveLostDigits(String kept, String shown) {
        assertThat(cell("<c><v>" + kept + "</v></c>")).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "NaN", "Infinity", "0x1p3", "1E9999999", "1e", "--1", "١٢", "1 2"})
    void aNumberThatIsNoneIsRefused(String number) {
        assertThat(refusal(Xlsx.of("<row r=\"4\"><c><v>" + number + "</v></c></row>")
                        .bytes()))
                .isEqualTo("MALFORMED 4");
    }

    @ParameterizedTest
    @CsvSource({
        "14, 43952, 2020-05-01",
        "14, 43952.75, 2020-05-01",
        "31, 43952, 2020-05-01",
        "57, 43952, 2020-05-01",
        "22, 43952.354166666664, 2020-05-01T08:30:00",
        "22, 43952, 2020-05-01",
        "22, 43952.999999999, 2020-05-02",
        "20, 0.354166666666667, 08:30:00",
        "14, 1, 1900-01-01",
        "14, 59, 1900-02-28",
        "14, 60, 60",
        "14, 61, 1900-03-01",
        "14, 2958465, 9999-12-31",
        "14, 2958466, 2958466",
        "14, 0, 0",
        "14, -1, -1",
        "22, 2958465.9999999, 2958465.9999999",
        "0, 43952, 43952",
        "2, 43952.5, 43952.5",
        "46, 1.5, 1.5",
        "49, 43952, 43952",
    })
    void datesAreKnownByTheirFormat(int format, String number, String shown) {
        var file = Xlsx.of("<row><c s=\"1\"><v>" + number + "</v></c></row>").styles("", 0, format);
        assertThat(cells(file.bytes())).containsExactly(List.of(shown));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@ | 2020-05-01",
                "[$-804]yyyy/m/d h:mm | 2020-05-01T12:00:00",
                "yyyy\\-mm\\-dd | 2020-05-01",
                "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy | 2020-05-01",
                "m&quot;月&quot; | 2020-05-01",
                "yyyy年m月 | 2020-05-01",
                "[Red]0.00&quot;day&quot; | 43952.5",
                "General | 43952.5",
                "G/通用格式 | 43952.5",
                "0.00E+00 | 43952.5",
                "[h]:mm | 43952.5",
                "#,##0_d;[Red]-#,##0\\d | 43952.5",
                "上午/下午h&quot;时&quot;mm&quot;分&quot; | 2020-05-01T12:00:00",
            })
    void aFormatOfOnesOwnIsReadForWhatItShows(String code, String shown) {
        var file = Xlsx.of("<row><c s=\"0\"><v>43952.5</v></c></row>")
                .styles("<numFmt numFmtId=\"164\" formatCode=\"" + code + "\"/>", 164);
        assertThat(cells(file.bytes())).containsExactly(List.of(shown));
    }

    @Test
    void aWorkbookMayCountItsDaysFrom1904() {
        var file = Xlsx.of("<row><c s=\"0\"><v>42490</v></c><c s=\"0\"><v>0</v></c></row>")
                .styles("", 14)
                .changed(WORKBOOK, all -> all.replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>"));
        assertThat(cells(file.bytes())).containsExactly(List.of("2020-05-01", "1904-01-01"));
    }

    @Test
    void otherCellsSayWhatTheyAre() {
        assertThat(cell("<c t=\"b\"><v>1</v></c>")).isEqualTo("TRUE");
        assertThat(cell("<c t=\"b\"><v>0</v></c>")).isEqualTo("FALSE");
        assertThat(cell("<c t=\"e\"><v>#REF!</v></c>")).isEqualTo("#REF!");
        assertThat(cell("<c t=\"str\"><f>A1&amp;B1</f><v>甲乙</v></c>")).isEqualTo("甲乙");
        assertThat(cell("<c><f>1+1</f><v>2</v></c>")).isEqualTo("2");
        assertThat(cell("<c t=\"d\"><v>2020-05-01T00:00:00</v></c>")).isEqualTo("2020-05-01");
    }

    @Test
    void aFormulaThatWasNeverComputedIsEmpty() {
        assertThat(reason(Xlsx.of("<row><c><f>1+1</f></c></row>").bytes())).isEqualTo(EMPTY);
    }

    @Test
    void rowsAndCellsStandWhereTheySay() {
        var file = Xlsx.of("<row r=\"2\">" + text("B2", "a") + text("D2", "b") + "</row><row>" + text("A3", "c")
                + "</row><row r=\"9\"/><row r=\"1048576\"><c t=\"inlineStr\"><is><t>d</t></is></c></row>");
        assertThat(rows(file.bytes()))
                .isEqualTo(Map.of(2, List.of("", "a", "", "b"), 3, List.of("c"), 1_048_576, List.of("d")));
    }

    @Test
    void whatStandsTwiceOrBackwardsIsRefused() {
        for (var row : List.of(
                "<row r=\"5\">" + text("B5", "a") + text("A5", "b") + "</row>",
                "<row r=\"5\">" + text("B5", "a") + text("B5", "b") + "</row>",
                "<row r=\"5\"><c r=\"5\"/></row>",
                "<row r=\"5\"><c r=\"XFE5\"/></row>",
                "<row r=\"5\"/><row r=\"5\"/>",
                "<row r=\"5\"/><row r=\"4\"/>",
                "<row r=\"5\"/><row r=\"0\"/>",
                "<row r=\"5\"/><row r=\"1048577\"/>",
                "<row r=\"5\"/><row r=\"-1\"/>")) {
            assertThat(refusal(Xlsx.of(row).bytes())).as(row).isEqualTo("MALFORMED 5");
        }
    }

    @Test
    void theFirstSheetThatIsSeenIsRead() {
        var file = Xlsx.of("")
                .with(WORKBOOK, workbook("""
                                <sheet name="a" sheetId="1" state="hidden" r:id="rId1"/>
                                <sheet name="b" sheetId="2" state="veryHidden" r:id="rId1"/>
                                <sheet name="c" sheetId="3" r:id="rId8"/>
                                <sheet name="d" sheetId="4" state="visible" r:id="rId9"/>
                                <sheet name="e" sheetId="5" r:id="rId1"/>"""))
                .related(relationship("rId1", "worksheet", "worksheets/sheet1.xml")
                        + relationship("rId8", "chartsheet", "chartsheets/sheet1.xml")
                        + relationship("rId9", "worksheet", "/xl/x/../sheets\\d.xml"))
                .with("xl\\sheets\\D.xml", Xlsx.sheet("<row>" + text("A1", "d") + "</row>"));
        assertThat(cells(file.bytes())).containsExactly(List.of("d"));
    }

    @Test
    void partsMayStandInAnyOrder() {
        var sheet = Xlsx.sheet("<row><c t=\"s\"><v>0</v></c></row>");
        var file = Xlsx.of("").texts("<si><t>a</t></si>").before(SHEET, sheet);
        assertThat(cells(file.bytes())).containsExactly(List.of("a"));
    }

    @Test
    void aWorkbookOfTheStrictEditionIsReadToo() {
        var file = Xlsx.of("<row>" + text("A1", "a") + "</row>")
                .changed(WORKBOOK, WorkbookTest::strict)
                .changed(RELATED, WorkbookTest::strict)
                .changed("_rels/.rels", WorkbookTest::strict)
                .changed(SHEET, WorkbookTest::strict);
        assertThat(cells(file.bytes())).containsExactly(List.of("a"));
    }

    @Test
    void prefixesAreNoPartOfANameAndAMarkIsNoPartOfTheText() {
        var file = Xlsx.of("").with(SHEET, """
                \uFEFF<x:worksheet xmlns:x="urn:x"><x:sheetData><x:row><x:c t="str"><x:v>a</x:v></x:c></x:row></x:sheetData>\
                </x:worksheet>""");
        assertThat(cells(file.bytes())).containsExactly(List.of("a"));
    }

    @Test
    void aZipWithoutAWorkbookIsNoTable() {
        assertThat(reason(Xlsx.of("").without("_rels/.rels").bytes())).isEqualTo(NOT_A_TABLE);
        assertThat(reason(Xlsx.of("").with(WORKBOOK, "<document/>").bytes())).isEqualTo(NOT_A_TABLE);
        var binary = Xlsx.of("").changed("_rels/.rels", all -> all.replace("workbook.xml", "workbook.bin"));
        assertThat(reason(binary.with("xl/workbook.bin", "\u0083").bytes())).isEqualTo(NOT_A_TABLE);
        assertThat(reason(Xlsx.of("").with(WORKBOOK, workbook("")).bytes())).isEqualTo(NOT_A_TABLE);
    }

    @Test
    void aWorkbookMayBeStoredUnpackedAndHaveSizesOfSixtyFourBits() {
        var row = "<row>" + text("A1", "a") + "</row>";
        assertThat(cells(Xlsx.of(row).stored())).containsExactly(List.of("a"));
        assertThat(cells(Xlsx.of(row).longSizes())).containsExactly(List.of("a"));
    }

    @Test
    void aWorkbookThatLacksWhatItNamesIsMalformed() {
        assertThat(reason(Xlsx.of("").without(SHEET).bytes())).isEqualTo(MALFORMED);
        assertThat(reason(Xlsx.of("").without(WORKBOOK).bytes())).isEqualTo(MALFORMED);
        assertThat(reason(Xlsx.of("").without(RELATED).bytes())).isEqualTo(MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "2147483648", "99999999999999", " ", "a"})
    void aSharedTextThatDoesNotExistIsRefusedAtItsRow(String number) {
        var file = Xlsx.of("<row r=\"3\">" + text("A3", "a") + "<c t=\"s\"><v>" + number + "</v></c></row>");
        assertThat(refusal(file.bytes())).isEqualTo("MALFORMED 3");
    }

    private static String strict(String part) {
        return part.replace(
                        "http://schemas.openxmlformats.org/spreadsheetml/2006",
                        "http://purl.oclc.org/ooxml/spreadsheetml")
                .replace(
                        "http://schemas.openxmlformats.org/officeDocument/2006",
                        "http://purl.oclc.org/ooxml/officeDocument");
    }

    private static String cell(String cell) {
        return cells(Xlsx.of("<row>" + cell + "</row>").bytes()).getFirst().getFirst();
    }
}
