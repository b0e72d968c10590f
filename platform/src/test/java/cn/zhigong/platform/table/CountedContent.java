package cn.zhigong.platform.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts how much of a content was asked for, which stands for the memory and time that reading it takes. */
final class CountedContent implements Content {
    private final Content content;
    private long read;

    CountedContent(Content content) {
        this.content = content;
    }

    /** Bytes since it was opened last. */
    long lastRead() {
        return read;
    }

    @Override
    public InputStream open() throws IOException {
        read = 0;
        return new FilterInputStream(content.open()) {
            @Override
            public int read() throws IOException {
                read++;
                return super.read();
            }

            @Override
            public int read(byte[] buffer, int from, int length) throws IOException {
                var got = super.read(buffer, from, length);
                read += Math.max(got, 0);
                return got;
            }
        };
    }
}
