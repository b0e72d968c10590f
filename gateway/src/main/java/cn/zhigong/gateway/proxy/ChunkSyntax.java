package cn.zhigong.gateway.proxy;

import io.netty.buffer.ByteBuf;

/**
 * Looks at the framing of a chunked body, because the decoder cuts sizes to 32 bits and passes over blanks and what
 * follows them: whoever reads the same size as 64 bits sees another end of the request.
 */
final class ChunkSyntax implements Syntax {
    private static final byte CR = '\r';
    private static final byte LF = '\n';

    /** Enough for 256 MB, and far from the sign of an int. */
    private static final int MOST_SIGNIFICANT_DIGITS = 7;

    private static final int MOST_DIGITS = 16;

    private enum Place {
        SIZE,
        EXTENSION,
        SIZE_LINE_FEED,
        DATA,
        DATA_RETURN,
        DATA_LINE_FEED,
        TRAILER_START,
        TRAILER,
        TRAILER_LINE_FEED,
        LAST_LINE_FEED
    }

    private Place place = Place.SIZE;
    private int size;
    private int digits;
    private int significant;

    @Override
    public Verdict next(byte value) {
        return switch (place) {
            case SIZE -> size(value);
            case EXTENSION -> value == CR ? go(Place.SIZE_LINE_FEED) : text(value);
            case SIZE_LINE_FEED -> expect(value, LF, size == 0 ? Place.TRAILER_START : Place.DATA);
            case DATA -> data();
            case DATA_RETURN -> expect(value, CR, Place.DATA_LINE_FEED);
            case DATA_LINE_FEED -> nextChunk(value);
            case TRAILER_START -> trailerStart(value);
            case TRAILER -> value == CR ? go(Place.TRAILER_LINE_FEED) : text(value);
            case TRAILER_LINE_FEED -> expect(value, LF, Place.TRAILER_START);
            case LAST_LINE_FEED -> value == LF ? Verdict.COMPLETE : Verdict.BROKEN;
        };
    }

    @Override
    public int skippable(ByteBuf bytes, int from, int end) {
        return place == Place.DATA ? Math.min(size, end - from) : 0;
    }

    @Override
    public void skipped(int bytes) {
        size -= bytes;
        if (place == Place.DATA && size == 0) {
            place = Place.DATA_RETURN;
        }
    }

    private Verdict data() {
        skipped(1);
        return Verdict.MORE;
    }

    private Verdict size(byte value) {
        var digit = Character.digit((char) (value & 0xff), 16);
        if (digit >= 0) {
            size = size * 16 + digit;
            digits++;
            significant += significant > 0 || digit > 0 ? 1 : 0;
            return digits > MOST_DIGITS || significant > MOST_SIGNIFICANT_DIGITS ? Verdict.BROKEN : Verdict.MORE;
        }
        if (digits == 0) {
            return Verdict.BROKEN;
        }
        return switch (value) {
            case CR -> go(Place.SIZE_LINE_FEED);
            case ';' -> go(Place.EXTENSION);
            default -> Verdict.BROKEN;
        };
    }

    private Verdict nextChunk(byte value) {
        size = 0;
        digits = 0;
        significant = 0;
        return expect(value, LF, Place.SIZE);
    }

    private Verdict trailerStart(byte value) {
        if (value == CR) {
            return go(Place.LAST_LINE_FEED);
        }
        return value == ' ' || value == '\t' || value == ':' || text(value) == Verdict.BROKEN
                ? Verdict.BROKEN
                : go(Place.TRAILER);
    }

    private static Verdict text(byte value) {
        return (value >= 0 && value < ' ' && value != '\t') || value == 0x7f ? Verdict.BROKEN : Verdict.MORE;
    }

    private Verdict expect(byte value, byte wanted, Place next) {
        return value == wanted ? go(next) : Verdict.BROKEN;
    }

    private Verdict go(Place next) {
        place = next;
        return Verdict.MORE;
    }
}
