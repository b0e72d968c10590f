package cn.zhigong.platform.table;

import static cn.zhigong.platform.table.Told.LIMITS;
import static cn.zhigong.platform.table.Told.content;
import static cn.zhigong.platform.table.Told.reason;
import static cn.zhigong.platform.table.Told.refusal;
import static cn.zhigong.platform.table.UnreadableTableException.Reason.ENCRYPTED;
import static cn.zhigong.platform.table.UnreadableTableException.Reason.NOT_A_TABLE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TablesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u007fELF\u0002\u0001\u0001\u0000\u0000",
                "%PDF-1.7\n1 0 obj\n",
                "\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR",
                "\u00ff\u00d8\u00ff\u00e0\u0000\u0010JFIF\u0000",
                "GIF89a\u0001\u0000\u0001\u0000",
                "\u001f\u008b\u0008\u0000\u0000\u0000\u0000\u0000",
                "MZ\u0090\u0000\u0003\u0000",
                "{\\rtf1\\ansi 1,2}",
                "<html><table><tr><td>a,b</td></tr></table></html>",
                "\u00ef\u00bb\u00bf \r\n<!DOCTYPE html>\n<p>a,b",
                "<?xml version=\"1.0\"?><Workbook/>",
            })
    void anotherKindOfFileIsNoTable(String file) {
        assertThat(refusal(file.getBytes(ISO_8859_1))).isEqualTo("NOT_A_TABLE");
    }

    @Test
    void aNulIsNoTextWhereverItStands() {
        assertThat(reason(("a,b\n" + "1,2\n".repeat(5_000) + "\0").getBytes(UTF_8)))
                .isEqualTo(NOT_A_TABLE);
        assertThat(reason("\uFEFFa,\0b\n".getBytes(UTF_16LE))).isEqualTo(NOT_A_TABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "\n\n", " , ,\n\t", "\"\",\"\""})
    void aTableWithoutTextIsEmpty(String csv) {
        assertThat(refusal(csv)).isEqualTo("EMPTY");
    }

    @Test
    void anOldWorkbookIsNoTableAndAnEncryptedOneSaysSo() {
        assertThat(reason(compound("Workbook"))).isEqualTo(NOT_A_TABLE);
        assertThat(reason(compound("EncryptedPackage"))).isEqualTo(ENCRYPTED);
    }

    @Test
    void aZipWithAPasswordSaysSoToo() {
        var zip = Xlsx.of("").bytes();
        var text = new String(zip, ISO_8859_1);
        for (var at = text.indexOf("PK\1\2"); at >= 0; at = text.indexOf("PK\1\2", at + 1)) {
            zip[at + 8] |= 1;
        }
        assertThat(reason(zip)).isEqualTo(ENCRYPTED);
    }

    @Test
    void theCellsOfARowMayBeKept() throws Exception {
        var kept = new ArrayList<List<String>>();
        Tables.read(content("a,b\n1\n,2\n".getBytes(UTF_8)), LIMITS, (_, cells) -> kept.add(cells));
        assertThat(kept).containsExactly(List.of("a", "b"), List.of("1"), List.of("", "2"));
    }

    @Test
    void whatTheTakerThrowsIsItsOwn() {
        var full = new IllegalStateException("full");
        for (var file : List.of(
                "a,b\n".getBytes(UTF_8),
                Xlsx.of("<row>" + Xlsx.text("A1", "a") + "</row>").bytes())) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> Tables.read(content(file), LIMITS, (_, _) -> {
                        throw full;
                    }))
                    .isSameAs(full);
        }
    }

    /** The uploader would be told to mend a file that is whole. */
    @Test
    void aContentThatFailsIsNoDamagedFile() {
        var gone = new ZipException("storage is away");
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw gone;
            }

            @Override
            public int read(byte[] buffer, int from, int length) throws IOException {
                throw gone;
            }
        };
        var xlsx = Xlsx.of("<row>" + Xlsx.text("A1", "a") + "</row>").bytes();
        for (var file : List.of("a,b\n".getBytes(UTF_8), Arrays.copyOf(xlsx, xlsx.length / 2))) {
            Content content = () -> new SequenceInputStream(new ByteArrayInputStream(file), broken);
            assertThatExceptionOfType(ZipException.class)
                    .isThrownBy(() -> Tables.read(content, LIMITS, (_, _) -> {}))
                    .isSameAs(gone);
        }
        assertThatExceptionOfType(ZipException.class)
                .isThrownBy(() -> Tables.read(
                        () -> {
                            throw gone;
                        },
                        LIMITS,
                        (_, _) -> {}))
                .isSameAs(gone);
    }

    @Test
    void aLimitOfNothingIsAMistakeOfTheCaller() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TableLimits(0, 1, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new TableLimits(1, 1, 1, 0));
    }

    /** A header, a sector of the allocation table and a directory whose second entry is the stream. */
    private static byte[] compound(String stream) {
        var file = new byte[4 * 512];
        System.arraycopy(HexFormat.of().parseHex("d0cf11e0a1b11ae1"), 0, file, 0, 8);
        var name = (stream + "\0").getBytes(UTF_16LE);
        System.arraycopy(name, 0, file, 2 * 512 + 128, name.length);
        file[2 * 512 + 128 + 64] = (byte) name.length;
        return file;
    }
}
