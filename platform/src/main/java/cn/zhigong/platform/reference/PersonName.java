package cn.zhigong.platform.reference;

import static cn.zhigong.platform.reference.Violation.CHARACTERS;
import static cn.zhigong.platform.reference.Violation.INVISIBLE;
import static cn.zhigong.platform.reference.Violation.LENGTH;

import cn.zhigong.platform.privacy.Masking;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A person's name as documents print it: Han of every plane, minority names joined by the middle dot, Latin and other
 * scripts.
 *
 * @param value 2 to 50 code points, Unicode NFC, single spaces, the dot always U+00B7
 */
public record PersonName(String value) {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 50;

    /** Normalisation grows a text at most threefold per unit; anything longer than this cannot become a name. */
    private static final int LONGEST_TYPED = 400;

    private static final int MIDDLE_DOT = 0xB7;

    /** What input methods produce for the dot: bullet, hyphenation point, dot operators, katakana dots. */
    private static final Set<Integer> DOTS = Set.of(MIDDLE_DOT, 0x2022, 0x2027, 0x2219, 0x22C5, 0x30FB, 0xFF65);

    private static final Set<Integer> JOINERS = Set.of(MIDDLE_DOT, (int) ' ', (int) '-', (int) '\'', 0x2019, (int) '.');

    /** Three marks on one letter occur in real orthographies; towers of marks do not. */
    private static final int MOST_MARKS = 3;

    public PersonName {
        var violations = violations(value);
        if (!violations.isEmpty() || !normalised(value).equals(value)) {
            throw new IllegalArgumentException("Not a name: " + violations);
        }
    }

    public static Parsed<PersonName> parse(String text) {
        if (text.length() > LONGEST_TYPED) {
            return Parsed.invalid(LENGTH);
        }
        var name = normalised(text);
        var violations = violations(name);
        return violations.isEmpty() ? new Parsed.Valid<>(new PersonName(name)) : new Parsed.Invalid<>(violations);
    }

    @Override
    public String toString() {
        return Masking.name(value);
    }

    private static String normalised(String text) {
        var name = new StringBuilder(text.length());
        var composed = Normalizer.normalize(Typed.narrow(text), Normalizer.Form.NFC);
        composed.codePoints().map(PersonName::uniform).forEach(c -> {
            var second = c == ' ' && !name.isEmpty() && name.charAt(name.length() - 1) == ' ';
            if (!second) {
                name.appendCodePoint(c);
            }
        });
        return name.toString().strip();
    }

    private static int uniform(int c) {
        if (DOTS.contains(c)) {
            return MIDDLE_DOT;
        }
        return Character.isSpaceChar(c) && Character.getType(c) == Character.SPACE_SEPARATOR ? ' ' : c;
    }

    private static List<Violation> violations(String name) {
        var violations = new ArrayList<Violation>();
        var length = name.codePointCount(0, name.length());
        if (length < SHORTEST || length > LONGEST) {
            violations.add(LENGTH);
        }
        if (name.codePoints().anyMatch(VisibleText::isInvisible)) {
            violations.add(INVISIBLE);
        } else if (!isWellFormed(name.codePoints().toArray())) {
            violations.add(CHARACTERS);
        }
        return violations;
    }

    /** Begins with a letter, does not end with a joiner other than an abbreviation's dot, holds nothing else. */
    private static boolean isWellFormed(int[] name) {
        var marks = 0;
        for (var i = 0; i < name.length; i++) {
            var joiner = JOINERS.contains(name[i]);
            marks = isMark(name[i]) ? marks + 1 : 0;
            if ((!joiner && marks == 0 && !isLetter(name[i])) || marks > MOST_MARKS) {
                return false;
            }
            var last = i == name.length - 1;
            if ((i == 0 && !isLetter(name[i])) || (last && joiner && name[i] != '.')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(int c) {
        return Character.isLetter(c) || Character.isIdeographic(c);
    }

    private static boolean isMark(int c) {
        var type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
