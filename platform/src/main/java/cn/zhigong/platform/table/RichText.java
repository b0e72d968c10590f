package cn.zhigong.platform.table;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text of a workbook: one piece, or several of different looks. How it is to be pronounced is no part of it. */
final class RichText {
    /** A character that XML cannot hold, or a line break that it would change. */
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private RichText() {}

    /**
     * Reads to the end of the element.
     *
     * @return the text; of one that is longer than allowed a beginning, which is longer than allowed too
     */
    static String read(Xml xml, String element, int cellLength) throws IOException {
        var text = new StringBuilder();
        while (!xml.ends(element) && xml.next()) {
            if (xml.starts("rPh")) {
                xml.skip();
            } else if (xml.starts("t")) {
                xml.appendText(text, most(cellLength));
            }
        }
        return unescaped(text);
    }

    /** How much of a text is read to see that it is too long, though each of its characters were escaped. */
    static int most(int cellLength) {
        return (int) Math.min(7L * cellLength + 7, Integer.MAX_VALUE);
    }

    /** Controls other than those of typing stay as they are written: nobody typed them. */
    static String unescaped(StringBuilder text) {
        if (text.indexOf("_x") < 0) {
            return text.toString();
        }
        return ESCAPED.matcher(text).replaceAll(escape -> {
            var character = (char) Integer.parseInt(escape.group(1), 16);
            var kept = Character.isSurrogate(character) || (character < ' ' && "\t\n\r".indexOf(character) < 0);
            return kept ? escape.group() : Matcher.quoteReplacement(Character.toString(character));
        });
    }
}
