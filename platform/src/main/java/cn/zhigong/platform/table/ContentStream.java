package cn.zhigong.platform.table;

import java.io.IOException;
import java.io.InputStream;

/** Marks what fails in the content itself, so that it is not taken for a damaged file further up. */
final class ContentStream extends InputStream {
    private final InputStream in;

    private ContentStream(InputStream in) {
        this.in = in;
    }

    /** The content from its beginning, and no more than so many bytes of it. */
    static InputStream open(Content content, long most) throws IOException {
        return new CountedStream(open(content), most);
    }

    static InputStream open(Content content) throws IOException {
        try {
            return new ContentStream(content.open());
        } catch (IOException e) {
            throw new ContentTrouble(e);
        }
    }

    @Override
    public int read() throws IOException {
        try {
            return in.read();
        } catch (IOException e) {
            throw new ContentTrouble(e);
        }
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        try {
            return in.read(buffer, from, length);
        } catch (IOException e) {
            throw new ContentTrouble(e);
        }
    }

    @Override
    public long skip(long length) throws IOException {
        try {
            return in.skip(length);
        } catch (IOException e) {
            throw new ContentTrouble(e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            in.close();
        } catch (IOException e) {
            throw new ContentTrouble(e);
        }
    }
}
