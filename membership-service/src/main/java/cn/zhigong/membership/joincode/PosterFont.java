package cn.zhigong.membership.joincode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The shipped font for Chinese texts in PDFs. It has the characters of GB 2312 and common rarer ones; for any other it
 * shows the printers' mark of a missing type, so that nothing vanishes silently.
 */
final class PosterFont {

    /** Geta (〓). */
    static final int MISSING = 0x3013;

    private static final String FILE = "/fonts/NotoSansSC-GB2312.ttf";

    /** Read once: 2 MB that are the same for all posters. */
    private static final byte[] BYTES = bytes();

    private final PDType0Font font;
    private final TrueTypeFont characters;

    private PosterFont(PDType0Font font, TrueTypeFont characters) {
        this.font = font;
        this.characters = characters;
    }

    /** The font for one document, which will hold only the characters that it shows. */
    static PosterFont in(PDDocument document) throws IOException {
        var font = PDType0Font.load(document, new ByteArrayInputStream(BYTES), true);
        return new PosterFont(font, new TTFParser().parse(new RandomAccessReadBuffer(BYTES)));
    }

    PDType0Font font() {
        return font;
    }

    /** The text with a mark for each character that cannot be shown; control characters become spaces. */
    String showable(String text) {
        var shown = new StringBuilder(text.length());
        text.codePoints().map(this::showable).forEach(shown::appendCodePoint);
        return shown.toString();
    }

    /** Width in points at a size in points. */
    float width(String showable, float size) {
        try {
            return font.getStringWidth(showable) / 1000 * size;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int showable(int character) {
        if (Character.isISOControl(character) || Character.isSpaceChar(character)) {
            return ' ';
        }
        try {
            return characters.getUnicodeCmapLookup().getGlyphId(character) == 0 ? MISSING : character;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes() {
        try (var in = PosterFont.class.getResourceAsStream(FILE)) {
            return Objects.requireNonNull(in, FILE).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
