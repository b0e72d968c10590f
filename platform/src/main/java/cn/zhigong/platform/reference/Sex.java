package cn.zhigong.platform.reference;

/** Human sex by GB/T 2261.1. */
public enum Sex {
    UNKNOWN(0),
    MALE(1),
    FEMALE(2),
    UNSPECIFIED(9);

    private final int code;

    Sex(int code) {
        this.code = code;
    }

    /** The digit of the standard, as partners send it. */
    public int code() {
        return code;
    }
}
