package cn.zhigong.gateway.proxy;

import io.netty.buffer.ByteBuf;

/**
 * Looks at the bytes of a head, because the decoder repairs what it does not like: it skips control bytes before the
 * method, takes any white space for the blanks of the request line, unfolds headers and forgets those without a name.
 * The rest is left to the decoder.
 */
final class HeadSyntax implements Syntax {
    private static final byte CR = '\r';
    private static final byte LF = '\n';

    private enum Place {
        BEFORE,
        LINE_FEED_BEFORE,
        REQUEST_LINE,
        LINE_START,
        HEADER,
        LINE_FEED,
        LAST_LINE_FEED
    }

    private Place place = Place.BEFORE;
    private int blanks;
    private byte last;

    @Override
    public Verdict next(byte value) {
        var verdict = switch (place) {
            case BEFORE -> before(value);
            case LINE_FEED_BEFORE -> value == LF ? go(Place.BEFORE) : Verdict.BROKEN;
            case REQUEST_LINE -> requestLine(value);
            case LINE_START -> lineStart(value);
            case HEADER -> value == CR ? go(Place.LINE_FEED) : Verdict.MORE;
            case LINE_FEED -> value == LF ? go(Place.LINE_START) : Verdict.BROKEN;
            case LAST_LINE_FEED -> value == LF ? Verdict.COMPLETE : Verdict.BROKEN;
        };
        last = value;
        return verdict;
    }

    /** Most of a head, and the decoder validates names and values. */
    @Override
    public int skippable(ByteBuf bytes, int from, int end) {
        if (place != Place.HEADER) {
            return 0;
        }
        int cr = bytes.indexOf(from, end, CR);
        return (cr < 0 ? end : cr) - from;
    }

    /** Empty lines before a request are common enough (RFC 9112, 2.2). */
    private Verdict before(byte value) {
        if (value == CR) {
            return go(Place.LINE_FEED_BEFORE);
        }
        return value > ' ' && value < 0x7f ? go(Place.REQUEST_LINE) : Verdict.BROKEN;
    }

    private Verdict requestLine(byte value) {
        if (value == CR) {
            return last == ' ' ? Verdict.BROKEN : go(Place.LINE_FEED);
        }
        if (value == ' ') {
            blanks++;
            return blanks > 2 || last == ' ' ? Verdict.BROKEN : Verdict.MORE;
        }
        return control(value) ? Verdict.BROKEN : Verdict.MORE;
    }

    private Verdict lineStart(byte value) {
        if (value == CR) {
            return go(Place.LAST_LINE_FEED);
        }
        return value == ' ' || value == ':' || control(value) ? Verdict.BROKEN : go(Place.HEADER);
    }

    private static boolean control(byte value) {
        return (value >= 0 && value < ' ') || value == 0x7f;
    }

    private Verdict go(Place next) {
        place = next;
        return Verdict.MORE;
    }
}
