package cn.zhigong.gateway.proxy;

import io.netty.buffer.ByteBuf;

/** A rule about the bytes on the wire, fed one by one. */
interface Syntax {
    /** What is known after a byte. */
    enum Verdict {
        MORE,
        COMPLETE,
        BROKEN
    }

    Verdict next(byte value);

    /** How many of the bytes from {@code from} on, of which the last is before {@code end}, need no look. */
    default int skippable(ByteBuf bytes, int from, int end) {
        return 0;
    }

    /** That many of them were skipped. */
    default void skipped(int bytes) {}
}
