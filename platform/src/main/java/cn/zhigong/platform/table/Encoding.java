package cn.zhigong.platform.table;

import static cn.zhigong.platform.table.UnreadableTableException.Reason.ENCODING;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** How a text is encoded. A wrong guess would fill a register with names that nobody has, so nothing is replaced. */
final class Encoding {
    private static final Charset GB_18030 = Charset.forName("GB18030");

    private static final char MARK = '\uFEFF';
    private static final int MARK_BYTES = 3;

    private Encoding() {}

    /** What a byte order mark at the beginning says. */
    static Optional<Charset> marked(byte[] head) {
        if (head.length >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (head.length >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        if (head.length >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return Optional.empty();
    }

    /**
     * Reads the whole text once for each encoding it may have. GB 18030 comes after UTF-8, for it accepts much of what
     * is UTF-8; so what was UTF-8 for a while and is damaged then is not asked whether it is GB 18030.
     */
    static Charset of(Content content, long most) throws IOException {
        for (var charset : candidates(content)) {
            var trial = new TrialDecoding(charset);
            try (var in = ContentStream.open(content, most)) {
                if (trial.decodes(in)) {
                    return charset;
                }
            }
            if (trial.isDamaged()) {
                break;
            }
        }
        throw new Refusal(ENCODING);
    }

    /** The text without its byte order mark. What cannot be decoded ends reading with an exception. */
    static Reader open(Content content, Charset charset, long most) throws IOException {
        return reader(ContentStream.open(content, most), charset);
    }

    static Reader reader(InputStream in, Charset charset) throws IOException {
        var text = new BufferedReader(new InputStreamReader(in, strict(charset)));
        text.mark(1);
        if (text.read() != MARK) {
            text.reset();
        }
        return text;
    }

    static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private static List<Charset> candidates(Content content) throws IOException {
        try (var in = ContentStream.open(content)) {
            return marked(in.readNBytes(MARK_BYTES)).map(List::of).orElse(List.of(StandardCharsets.UTF_8, GB_18030));
        }
    }
}
