package cn.zhigong.platform.api.lint;

/**
 * A place where a document breaks a rule.
 *
 * @param rule the rule's name
 * @param pointer where, as a JSON pointer
 * @param message what is wrong there
 */
public record Finding(String rule, String pointer, String message) {

    /** What a list of known exceptions calls it. */
    public String key() {
        return rule + " " + pointer;
    }

    @Override
    public String toString() {
        return rule + " " + pointer + ": " + message;
    }
}
