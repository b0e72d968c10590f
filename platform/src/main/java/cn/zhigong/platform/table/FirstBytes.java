package cn.zhigong.platform.table;

import java.io.IOException;
import java.io.InputStream;

/** So many bytes of a stream. */
final class FirstBytes extends InputStream {
    private final InputStream in;
    private long left;

    FirstBytes(InputStream in, long length) {
        this.in = in;
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        if (left <= 0) {
            return -1;
        }
        left--;
        return in.read();
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        if (left <= 0) {
            return -1;
        }
        var read = in.read(buffer, from, (int) Math.min(length, left));
        left -= Math.max(read, 0);
        return read;
    }
}
