package cn.zhigong.platform.table;

import static cn.zhigong.platform.table.UnreadableTableException.Reason.EMPTY;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/** What separates the cells of a CSV: the one of three that the heading has most often outside of quotes. */
final class Delimiter {
    private static final String KNOWN = ",;\t";

    private final int[] counts = new int[KNOWN.length()];
    private boolean text;
    private boolean quoted;
    private char last = '\n';

    private Delimiter() {}

    /** Reads to the end of the heading, which is the first line with text. */
    static char of(Reader csv) throws IOException {
        var search = new Delimiter();
        var read = csv.read();
        while (read >= 0 && search.goesOn((char) read)) {
            read = csv.read();
        }
        return search.found();
    }

    private boolean goesOn(char next) {
        if (next == '"' && (quoted || opensQuotes())) {
            text |= !quoted && last == '"';
            quoted = !quoted;
        } else if (!quoted && (next == '\n' || next == '\r')) {
            if (text) {
                return false;
            }
            Arrays.fill(counts, 0);
        } else if (!quoted && KNOWN.indexOf(next) >= 0) {
            counts[KNOWN.indexOf(next)]++;
        } else {
            text |= !Blank.is(next);
        }
        last = next;
        return true;
    }

    /** At the beginning of a cell, or right after a quote that closed one: then it stands for a quote. */
    private boolean opensQuotes() {
        return last == '"' || last == '\n' || last == '\r' || KNOWN.indexOf(last) >= 0;
    }

    private char found() throws Refusal {
        if (!text) {
            throw new Refusal(EMPTY);
        }
        var most = 0;
        for (var i = 1; i < counts.length; i++) {
            if (counts[i] > counts[most]) {
                most = i;
            }
        }
        return KNOWN.charAt(most);
    }
}
