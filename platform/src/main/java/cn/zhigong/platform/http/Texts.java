package cn.zhigong.platform.http;

/** What every text of a request has to be, wherever it stands. */
public final class Texts {

    private Texts() {}

    /** Whether the database can keep it: PostgreSQL has no U+0000, and half of a surrogate pair is no character. */
    public static boolean areStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }
}
