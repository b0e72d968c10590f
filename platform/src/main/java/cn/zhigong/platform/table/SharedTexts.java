package cn.zhigong.platform.table;

import static cn.zhigong.platform.table.UnreadableTableException.Reason.EXPANDS_TOO_FAR;
import static cn.zhigong.platform.table.UnreadableTableException.Reason.MALFORMED;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The texts that the cells of a workbook refer to by number, all sheets' in one list. They are kept as UTF-8 in blocks,
 * since a million objects would take five times the room and a growing array twice.
 */
final class SharedTexts {
    /** Memory that the texts of one workbook may take; two million names need less than half. */
    static final int BYTES = 64 << 20;

    private static final int BLOCK = 1 << 16;

    private final int cellLength;
    private final TableLimits limits;
    private final List<byte[]> blocks = new ArrayList<>();
    /** Where each text ends. */
    private final List<int[]> ends = new ArrayList<>();

    private int count;
    private int length;

    SharedTexts(TableLimits limits) {
        this.limits = limits;
        this.cellLength = limits.cellLength();
    }

    void read(InputStream part) throws IOException {
        var xml = new Xml(part, limits);
        xml.requireRoot("sst", new Refusal(MALFORMED));
        while (xml.next()) {
            if (xml.starts("si")) {
                add(RichText.read(xml, "si", cellLength));
            }
        }
    }

    /** The text of a number, counted from 0. */
    String text(int number) throws Refusal {
        if (number < 0 || number >= count) {
            throw new Refusal(MALFORMED);
        }
        var from = number == 0 ? 0 : end(number - 1);
        var bytes = new byte[end(number) - from];
        for (var done = 0; done < bytes.length; ) {
            var at = (from + done) % BLOCK;
            var piece = Math.min(bytes.length - done, BLOCK - at);
            System.arraycopy(blocks.get((from + done) / BLOCK), at, bytes, done, piece);
            done += piece;
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private void add(String text) throws Refusal {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        if ((long) length + bytes.length + Integer.BYTES * (count + 1L) > BYTES) {
            throw new Refusal(EXPANDS_TOO_FAR);
        }
        for (var done = 0; done < bytes.length; ) {
            var at = length % BLOCK;
            if (at == 0) {
                blocks.add(new byte[BLOCK]);
            }
            var piece = Math.min(bytes.length - done, BLOCK - at);
            System.arraycopy(bytes, done, blocks.getLast(), at, piece);
            done += piece;
            length += piece;
        }
        if (count % BLOCK == 0) {
            ends.add(new int[BLOCK]);
        }
        ends.getLast()[count % BLOCK] = length;
        count++;
    }

    private int end(int number) {
        return ends.get(number / BLOCK)[number % BLOCK];
    }
}
