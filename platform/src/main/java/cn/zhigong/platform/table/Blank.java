package cn.zhigong.platform.table;

/** What shows nothing: spaces of every width, line breaks, controls and marks of no width. */
final class Blank {

    private Blank() {}

    static boolean is(String text) {
        return text.codePoints().allMatch(Blank::is);
    }

    static boolean is(int character) {
        var type = Character.getType(character);
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || type == Character.FORMAT
                || type == Character.CONTROL;
    }
}
