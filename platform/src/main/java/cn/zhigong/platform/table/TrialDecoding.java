package cn.zhigong.platform.table;

import static cn.zhigong.platform.table.UnreadableTableException.Reason.NOT_A_TABLE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/** Decodes a text to see whether it can be, and keeps nothing of it. */
final class TrialDecoding {
    private static final int BUFFER = 8_192;
    private static final int THREE_BYTES = 0x800;
    /** As many characters of three bytes in UTF-8 do not come about by chance in the first text of another encoding. */
    private static final int CERTAIN = 4;

    private final Charset charset;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
    private final CharBuffer chars = CharBuffer.allocate(BUFFER);
    private int wide;

    TrialDecoding(Charset charset) {
        this.charset = charset;
        this.decoder = Encoding.strict(charset);
    }

    boolean decodes(InputStream in) throws IOException {
        var ends = false;
        var fails = false;
        while (!ends && !fails) {
            var read = in.read(bytes.array(), bytes.position(), bytes.remaining());
            ends = read < 0;
            bytes.position(bytes.position() + Math.max(read, 0)).flip();
            fails = decoder.decode(bytes, chars, ends).isError();
            bytes.compact();
            look(chars.flip());
            chars.clear();
        }
        return !fails;
    }

    /** Whether it is in this encoding all the same. */
    boolean isDamaged() {
        return charset.equals(StandardCharsets.UTF_8) && wide >= CERTAIN;
    }

    private void look(CharBuffer decoded) throws Refusal {
        while (decoded.hasRemaining()) {
            var next = decoded.get();
            if (next == 0) {
                throw new Refusal(NOT_A_TABLE);
            }
            if (next >= THREE_BYTES && wide < CERTAIN) {
                wide++;
            }
        }
    }
}
