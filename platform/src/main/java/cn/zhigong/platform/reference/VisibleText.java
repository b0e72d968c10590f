package cn.zhigong.platform.reference;

import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Pattern;

/** Texts that hide nothing: no two differ by what is not seen, and none turns the line around that it stands in. */
public final class VisibleText {

    /** Letters and a symbol by their category, yet drawn as nothing: Hangul fillers, inherent Khmer vowels, no dots. */
    private static final Set<Integer> BLANKS = Set.of(0x115F, 0x1160, 0x3164, 0xFFA0, 0x17B4, 0x17B5, 0x2800);

    private static final int GRAPHEME_JOINER = 0x034F;

    /** Wide, narrow and no-break ones look like the plain one, or like two of it. */
    private static final Pattern SPACES = Pattern.compile("\\p{Zs}+");

    private VisibleText() {}

    /** Whether it has nothing invisible but spaces, and something besides them. */
    public static boolean isVisible(String text) {
        return text.codePoints().noneMatch(VisibleText::isInvisible)
                && !text.codePoints().allMatch(Character::isSpaceChar);
    }

    /** The text as it is kept: in Unicode NFC, one plain space for any run of spaces, none around it. */
    public static String normalised(String text) {
        return SPACES.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
    }

    static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> BLANKS.contains(c) || isVariationSelector(c) || c == GRAPHEME_JOINER;
        };
    }

    private static boolean isVariationSelector(int c) {
        return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF) || (c >= 0x180B && c <= 0x180F);
    }
}
