package cn.zhigong.platform.table;

import static cn.zhigong.platform.table.Told.LIMITS;
import static cn.zhigong.platform.table.Told.cells;
import static cn.zhigong.platform.table.Told.content;
import static cn.zhigong.platform.table.Told.reason;
import static cn.zhigong.platform.table.Told.refusal;
import static cn.zhigong.platform.table.UnreadableTableException.Reason.EXPANDS_TOO_FAR;
import static cn.zhigong.platform.table.UnreadableTableException.Reason.MALFORMED;
import static cn.zhigong.platform.table.Xlsx.RELATED;
import static cn.zhigong.platform.table.Xlsx.SHEET;
import static cn.zhigong.platform.table.Xlsx.STYLES;
import static cn.zhigong.platform.table.Xlsx.TEXTS;
import static cn.zhigong.platform.table.Xlsx.WORKBOOK;
import static cn.zhigong.platform.table.Xlsx.text;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks that nobody made with a spreadsheet. */
class HostileWorkbookTest {
    private static final String ROW = "<row r=\"7\">" + text("A7", "a") + "</row>";
    /** More than a part may have between two brackets with these limits. */
    private static final int TOO_LONG = 300_000;

    /** A mebibyte of the same four bytes, packed, and what is read ahead of it. The rest of a bomb is longer. */
    private static final int HEAD = 12_000;

    private static Xlsx whole() {
        return Xlsx.of("<row r=\"7\"><c r=\"A7\" t=\"s\"><v>0</v></c><c r=\"B7\" s=\"0\"><v>43952</v></c></row>")
                .texts("<si><t>a</t></si>")
                .styles("<numFmt numFmtId=\"164\" formatCode=\"yyyy\"/>", 164);
    }

    @Test
    void theWholeOneIsReadWhateverElseIsInTheZip() {
        var file = whole().with("../../etc/passwd", "x")
                .with("C:\\x", "x")
                .with("xl/embeddings/inner.zip", whole().bytes())
                .before("xl/media/", "");
        assertThat(cells(file.bytes())).containsExactly(List.of("a", "2020-05-01"));
    }

    @Test
    void aPartIsUnpackedNoFurtherThanAllowed() {
        var bomb = "<a/>".repeat(4 << 20).getBytes(UTF_8);
        for (var part : List.of("_rels/.rels", WORKBOOK, RELATED, TEXTS, STYLES, SHEET)) {
            var file = whole().with(part, bomb).bytes();
            assertThat(file).hasSizeGreaterThan(HEAD);
            assertThat(readOf(file)).as(part).isLessThan(HEAD);
        }
        var sheet = whole().changed(SHEET, all -> all.replace("<row", "<a/>".repeat(4 << 20) + "<row"));
        var counted = new CountedContent(content(sheet.bytes()));
        assertThat(refusal(counted, LIMITS)).isEqualTo("EXPANDS_TOO_FAR");
        assertThat(counted.lastRead()).isLessThan(HEAD);
    }

    @Test
    void aWorkbookMayNotExpandAsIfItWereABombWhateverTheLimit() {
        var comments = ("<!--" + " ".repeat(200_000) + "-->").repeat(100);
        var sheet = whole().changed(SHEET, all -> all.replace("<row", comments + "<row"));
        var limits = new TableLimits(10, 10, 200, 1L << 40);
        assertThat(refusal(content(sheet.bytes()), limits)).isEqualTo("EXPANDS_TOO_FAR");
    }

    @Test
    void aPartThatNobodyReadsIsNotUnpacked() {
        var file = whole().before("docProps/app.xml", new byte[16 << 20]);
        assertThat(cells(file.bytes())).containsExactly(List.of("a", "2020-05-01"));
    }

    @Test
    void partsCountTogether() {
        var half = "<a/>".repeat(150_000);
        var file = whole().changed(TEXTS, all -> all.replace("</sst>", half + "</sst>"));
        assertThat(cells(file.bytes())).hasSize(1);
        var both = file.changed(STYLES, all -> all.replace("</styleSheet>", half + "</styleSheet>"));
        assertThat(reason(both.bytes())).isEqualTo(EXPANDS_TOO_FAR);
    }

    @Test
    void thereMayNotBePartsForEver() {
        var file = Xlsx.of(ROW);
        for (var i = 0; i < 10_000; i++) {
            file = file.before("a" + i, "");
        }
        assertThat(reason(file.bytes())).isEqualTo(EXPANDS_TOO_FAR);
    }

    @Test
    void sizesInHeadersAreNotBelieved() {
        var file = Xlsx.of("<a/>".repeat(300_000) + ROW).bytes();
        var text = new String(file, ISO_8859_1);
        for (var size : new byte[] {0, 1, 127, -1}) {
            for (var at = text.indexOf("PK\1\2"); at >= 0; at = text.indexOf("PK\1\2", at + 1)) {
                Arrays.fill(file, at + 20, at + 28, size);
            }
            assertThat(reason(file)).isEqualTo(size < 0 ? MALFORMED : EXPANDS_TOO_FAR);
        }
    }

    @Test
    void aPartThatWasChangedInItsZipIsRefused() {
        var file = Xlsx.of("<row r=\"7\"><c><v>13800001111</v></c></row>").stored();
        file[new String(file, ISO_8859_1).indexOf("13800001111")] = '2';
        assertThat(reason(file)).isEqualTo(MALFORMED);
    }

    @Test
    void aPartThatStandsThereTwiceIsRefused() {
        assertThat(reason(Xlsx.of(ROW).with("XL\\workbook.xml", "").bytes())).isEqualTo(MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x>",
                "<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\">",
                "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY % c \"&b;\">%c;]>",
                "<!ELEMENT x ANY>",
                "<!-- - --><![IGNORE[x]]>",
            })
    void declarationsAreRefusedInEveryPart(String declaration) {
        for (var part : List.of("_rels/.rels", WORKBOOK, RELATED, TEXTS, STYLES, SHEET)) {
            var file = whole().changed(part, all -> all.replace("?>\n", "?>\n" + declaration));
            assertThat(reason(file.bytes())).as(part).isEqualTo(MALFORMED);
        }
    }

    @Test
    void anEntityThatNobodyDeclaredIsRefusedAndAnInclusionIsNotFollowed() {
        assertThat(refusal(
                        Xlsx.of("<row r=\"7\">" + text("A7", "&a;") + "</row>").bytes()))
                .isEqualTo("MALFORMED 7");
        var including =
                text("A1", "a<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='file:///etc/passwd'/>b");
        assertThat(cells(Xlsx.of("<row>" + including + "</row>").bytes())).containsExactly(List.of("ab"));
    }

    @Test
    void nothingBetweenTwoBracketsIsHeldWithoutALimit() {
        var much = "x".repeat(TOO_LONG);
        for (var markup : List.of(
                "<!--" + much + "-->",
                "<!--><" + much.replace("xx", "<a") + "-->",
                "<?a " + much + "?>",
                "<?a><" + much.replace("xx", "<a") + "?>",
                "<![CDATA[" + much.replace("xx", "<a") + "]]>",
                "<" + much + "/>",
                "<a " + much + "=\"\"/>",
                "<a b=\"" + much + "\"/>",
                "<a b=\"" + much.replace("xx", ">\n") + "\"/>",
                "<a b='" + "c='d' ".repeat(TOO_LONG / 6) + "/>",
                much)) {
            var counted = new CountedContent(content(Xlsx.of(markup + ROW).bytes()));
            assertThat(refusal(counted, LIMITS)).as(markup.substring(0, 8)).isEqualTo("MALFORMED");
        }
    }

    @Test
    void commentsSectionsAndInstructionsOfACommonLengthAreRead() {
        var file = Xlsx.of("<!-- <a> -- --><?b <c>?>" + ROW.replace(">a<", "><!--x-->a<![CDATA[<b>]]>c<"));
        assertThat(reason(file.bytes())).isEqualTo(MALFORMED); // "--" within a comment
        var good = Xlsx.of("<!-- <a> - --><?b <c>?>" + ROW.replace(">a<", "><!--x-->a<![CDATA[<b>]]>c<"));
        assertThat(cells(good.bytes())).containsExactly(List.of("a<b>c"));
    }

    @Test
    void elementsMayNotNestForEver() {
        assertThat(reason(Xlsx.of("<a>".repeat(100) + "</a>".repeat(100)).bytes()))
                .isEqualTo(MALFORMED);
        assertThat(reason(Xlsx.of("<a>".repeat(100_000)).bytes())).isEqualTo(MALFORMED);
    }

    /** A parser keeps each name that it has seen. */
    @Test
    void thereMayNotBeNamesForEver() {
        for (var form : List.of("<a%d/>", "<a b%d=\"\"/>", "<?a%d?>", "<a xmlns=\"b%d\"/>", "<a xmlns:b%d=\"c\"/>")) {
            var many = IntStream.range(0, 1_100).mapToObj(form::formatted).collect(Collectors.joining());
            assertThat(reason(Xlsx.of(many + ROW).bytes())).as(form).isEqualTo(MALFORMED);
        }
    }

    @Test
    void aRowReservesNoRoomForColumnsWithoutText() {
        var far = "<row r=\"7\">" + text("A7", "a") + "<c r=\"XFD7\" s=\"1\"/></row>";
        assertThat(cells(Xlsx.of(far).bytes())).containsExactly(List.of("a"));
        assertThat(refusal(
                        Xlsx.of(far.replace("/></row>", "><v>1</v></c></row>")).bytes()))
                .isEqualTo("TOO_MANY_COLUMNS 7");
        assertThat(refusal(Xlsx.of("<row r=\"7\">" + "<c><v>1</v></c>".repeat(21) + "</row>")
                        .bytes()))
                .isEqualTo("TOO_MANY_COLUMNS 7");
        assertThat(refusal(Xlsx.of("<row r=\"7\">" + "<c/>".repeat(100_000) + "</row>")
                        .bytes()))
                .isEqualTo("MALFORMED 7");
    }

    @Test
    void whatTheSheetSaysOfItsSizeIsNotBelieved() {
        var file = Xlsx.of(ROW).changed(SHEET, all -> all.replace("\"A1\"", "\"A1:XFD1048576\""));
        assertThat(cells(file.bytes())).containsExactly(List.of("a"));
    }

    @Test
    void aCellIsReadNoFurtherThanItMayBeLong() {
        var text = "王".repeat(201);
        assertThat(refusal(Xlsx.of(ROW.replace(">a<", ">" + text + "<")).bytes()))
                .isEqualTo("CELL_TOO_LONG 7");
        assertThat(refusal(Xlsx.of(ROW.replace(">a<", ">" + "x".repeat(200_000) + "<"))
                        .bytes()))
                .isEqualTo("CELL_TOO_LONG 7");
        assertThat(refusal(Xlsx.of("<row r=\"7\"><c t=\"str\"><v>" + text + "</v></c></row>")
                        .bytes()))
                .isEqualTo("CELL_TOO_LONG 7");
        var shared = whole().changed(TEXTS, all -> all.replace(">a<", ">" + text + "<"));
        assertThat(refusal(shared.bytes())).isEqualTo("CELL_TOO_LONG 7");
        var escaped = Xlsx.of(ROW.replace(">a<", ">" + "_x738B_".repeat(200) + "<"));
        assertThat(cells(escaped.bytes())).containsExactly(List.of("王".repeat(200)));
    }

    @Test
    void tooManyRowsAreRefused() {
        var rows = "<row><c><v>1</v></c></row>".repeat(1_001);
        assertThat(refusal(Xlsx.of(rows).bytes())).isEqualTo("TOO_MANY_ROWS 1001");
    }

    @Test
    void textsThatAreSharedHaveABoundOfTheirOwn() {
        var megabyte = "x".repeat(1 << 20);
        var file = Xlsx.of(ROW).texts(("<si><t>" + megabyte + "</t></si>").repeat(65));
        var limits = new TableLimits(10, 10, megabyte.length(), 1 << 30);
        assertThat(refusal(content(file.bytes()), limits)).isEqualTo("EXPANDS_TOO_FAR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "GBK", "nonsense"})
    void partsAreUtf8WhateverTheySay(String claimed) {
        var file = Xlsx.of(ROW.replace(">a<", ">王<"))
                .changed(SHEET, all -> all.replace("encoding=\"UTF-8\"", "encoding=\"" + claimed + "\""));
        assertThat(cells(file.bytes())).containsExactly(List.of("王"));
        var other = Xlsx.of("").with(SHEET, Xlsx.sheet(ROW).getBytes(UTF_16));
        assertThat(reason(other.bytes())).isEqualTo(MALFORMED);
    }

    @Test
    void aFileThatIsCutIsRefused() {
        var file = whole().bytes();
        for (var length = 4; length < file.length; length++) {
            assertThat(refusal(Arrays.copyOf(file, length))).isEqualTo("MALFORMED");
        }
    }

    @Test
    void damageEndsInNothingButARefusal() throws IOException {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var parts = List.of("_rels/.rels", WORKBOOK, RELATED, TEXTS, STYLES, SHEET);
        for (var round = 0; round < 500; round++) {
            var part = parts.get(random.nextInt(parts.size()));
            readOrRefuse(whole().changed(part, all -> damaged(all, random)).bytes(), seed);
            var file = whole().bytes();
            for (var i = random.nextInt(4); i >= 0; i--) {
                file[4 + random.nextInt(file.length - 4)] = (byte) random.nextInt(256);
            }
            readOrRefuse(file, seed);
        }
    }

    private static long readOf(byte[] file) {
        var counted = new CountedContent(content(file));
        assertThat(refusal(counted, LIMITS)).matches("EXPANDS_TOO_FAR|MALFORMED|NOT_A_TABLE");
        return counted.lastRead();
    }

    private static void readOrRefuse(byte[] file, long seed) throws IOException {
        try {
            Tables.read(content(file), LIMITS, (_, _) -> {});
        } catch (UnreadableTableException refused) {
            assertThat(refused.reason()).isNotNull();
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + seed, e);
        }
    }

    private static String damaged(String part, Random random) {
        var pieces =
                "<,>,/,&,\",',=,<!--,-->,<![CDATA[,]]>,<?,?>,&#0;,&#xD800;,&lt;,xmlns:,:,-1,9999999999,\0,\u0001,\uFFFF, "
                        .split(",", -1);
        var text = new StringBuilder(part);
        for (var i = random.nextInt(3); i >= 0; i--) {
            var at = random.nextInt(text.length());
            var piece = pieces[random.nextInt(pieces.length)];
            switch (random.nextInt(3)) {
                case 0 -> text.insert(at, piece);
                case 1 -> text.replace(at, at + 1, piece);
                default -> text.delete(at, Math.min(text.length(), at + random.nextInt(20)));
            }
        }
        return text.toString();
    }
}
