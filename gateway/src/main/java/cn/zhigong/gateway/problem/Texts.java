package cn.zhigong.gateway.problem;

/** One text in every language we speak. */
public record Texts(String zh, String en) {
    /** The text in {@code language}. */
    public String in(Language language) {
        return switch (language) {
            case ZH -> zh;
            case EN -> en;
        };
    }
}
