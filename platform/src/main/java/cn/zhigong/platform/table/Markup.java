package cn.zhigong.platform.table;

import static cn.zhigong.platform.table.UnreadableTableException.Reason.MALFORMED;

import java.io.IOException;
import java.io.Reader;

/**
 * Lets XML through to its parser as long as nothing in it is so long that a parser would have to hold it as a whole: a
 * tag, a comment, a section, an instruction or the text between two of them. Declarations of a document type, and with
 * them all entities, are refused before the parser sees them.
 *
 * <p>A {@code <} begins something new everywhere but within comments, sections and instructions; in names and values of
 * attributes it is an error that the parser finds. So these three, and where they end, are all that is told apart.
 */
final class Markup extends Reader {
    private enum Within {
        TEXT,
        OPENING,
        DECLARATION,
        COMMENT,
        SECTION,
        INSTRUCTION
    }

    private static final String COMMENT = "--";
    private static final String SECTION = "[CDATA[";

    private final Reader in;
    private final int longest;

    private Within within = Within.TEXT;
    private int length;
    private String declared = "";
    private char last;
    private char lastButOne;

    Markup(Reader in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    @Override
    public int read(char[] buffer, int from, int most) throws IOException {
        var read = in.read(buffer, from, most);
        for (var i = from; i < from + read; i++) {
            pass(buffer[i]);
        }
        return read;
    }

    /** The parser closes what it has read to the end, but all parts of a file come from one stream. */
    @Override
    public void close() {}

    private void pass(char next) throws Refusal {
        if (++length > longest) {
            throw new Refusal(MALFORMED);
        }
        switch (within) {
            case TEXT -> {
                if (next == '<') {
                    enter(Within.OPENING);
                }
            }
            case OPENING -> open(next);
            case DECLARATION -> declare(next);
            case COMMENT -> leaveAfter('-', '-', next);
            case SECTION -> leaveAfter(']', ']', next);
            case INSTRUCTION -> leaveAfter(lastButOne, '?', next);
        }
    }

    private void open(char next) {
        switch (next) {
            case '!' -> {
                enter(Within.DECLARATION);
                declared = "";
            }
            case '?' -> enter(Within.INSTRUCTION);
            default -> within = Within.TEXT;
        }
    }

    private void declare(char next) throws Refusal {
        declared += next;
        if (declared.equals(COMMENT)) {
            enter(Within.COMMENT);
        } else if (declared.equals(SECTION)) {
            enter(Within.SECTION);
        } else if (!COMMENT.startsWith(declared) && !SECTION.startsWith(declared)) {
            throw new Refusal(MALFORMED);
        }
    }

    private void leaveAfter(char lastButOneOfEnd, char lastOfEnd, char next) {
        if (next == '>' && last == lastOfEnd && lastButOne == lastButOneOfEnd) {
            enter(Within.TEXT);
            return;
        }
        lastButOne = last;
        last = next;
    }

    /** What opened it is no part of its end: {@code <!-->} does not end a comment. */
    private void enter(Within next) {
        within = next;
        length = 0;
        last = 0;
        lastButOne = 0;
    }
}
