package cn.zhigong.platform.table;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of a file. They are read several times, always from the beginning, and must not change meanwhile. */
@FunctionalInterface
public interface Content {
    /** A new stream over all bytes; whoever opened it closes it. */
    InputStream open() throws IOException;
}
