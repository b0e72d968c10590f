package cn.zhigong.platform.table;

import static cn.zhigong.platform.table.UnreadableTableException.Reason.EXPANDS_TOO_FAR;

import java.io.IOException;
import java.io.InputStream;

/** Refuses to give more bytes than allowed, and asks what is behind it for one more at most. */
final class CountedStream extends InputStream {
    private final InputStream in;
    private long left;

    CountedStream(InputStream in, long most) {
        this.in = in;
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        var one = in.read();
        if (one >= 0) {
            count(1);
        }
        return one;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        var read = in.read(buffer, from, length <= left ? length : (int) left + 1);
        count(Math.max(read, 0));
        return read;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** How many more it would give. */
    long left() {
        return left;
    }

    private void count(int read) throws Refusal {
        left -= read;
        if (left < 0) {
            throw new Refusal(EXPANDS_TOO_FAR);
        }
    }
}
