package cn.zhigong.gateway.proxy;

/** A rule about the bytes on the wire, fed one by one. */
interface Syntax {
    /** What is known after a byte. */
    enum Verdict {
        MORE,
        COMPLETE,
        BROKEN
    }

    Verdict next(byte value);

    /** How many of the coming bytes need no look. */
    default int skippable() {
        return 0;
    }

    /** That many of them were skipped. */
    default void skipped(int bytes) {}
}
