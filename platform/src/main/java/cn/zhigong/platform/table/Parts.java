package cn.zhigong.platform.table;

import static cn.zhigong.platform.table.UnreadableTableException.Reason.ENCRYPTED;
import static cn.zhigong.platform.table.UnreadableTableException.Reason.MALFORMED;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * The parts of a zipped file, unpacked one by one. What they expand to is counted together, as it comes, whatever the
 * headers say of it; parts that nobody reads are not unpacked.
 */
final class Parts {
    /** Reads one part. It need not read to the end, and does not close it. */
    @FunctionalInterface
    interface PartReader {
        void read(InputStream part) throws IOException;
    }

    /**
     * Workbooks expand ten or twenty times. What expands further than this costs its sender nothing and us the time to
     * go through it. Small files, which do so for many reasons, may.
     */
    private static final long RATIO = 100;

    private static final long FREE = 16 << 20;

    private static final int HEADER = 0x04034b50;
    private static final int HEADER_SIZE = 30;
    private static final int NAME_LENGTH = 26;
    private static final int EXTRA_LENGTH = 28;
    private static final int UNSIGNED = 0xFFFF;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int BUFFER = 8_192;

    private final Content content;
    private final ZipDirectory directory;
    private long left;

    Parts(Content content, TableLimits limits) throws IOException {
        this.content = content;
        this.directory = ZipDirectory.read(content, limits);
        this.left = Math.min(limits.expandedBytes(), FREE + RATIO * directory.length());
    }

    boolean has(String name) {
        return directory.entry(name).isPresent();
    }

    /** Reads a part that must be there, and whole. */
    void read(String name, PartReader reader) throws IOException {
        var entry = directory.entry(name).orElseThrow(() -> new Refusal(MALFORMED));
        if (entry.encrypted()) {
            throw new Refusal(ENCRYPTED);
        }
        var inflater = new Inflater(true);
        try (var in = ContentStream.open(content)) {
            in.skipNBytes(entry.from());
            skipHeader(in);
            var counted = new CountedStream(unpacked(in, entry, inflater), left);
            var part = new CheckedInputStream(counted, new CRC32());
            reader.read(part);
            part.transferTo(OutputStream.nullOutputStream());
            if (part.getChecksum().getValue() != entry.checksum()) {
                throw new Refusal(MALFORMED);
            }
            left = counted.left();
        } finally {
            inflater.end();
        }
    }

    /** Of the header before a part only its length is of interest; the rest stands in the directory. */
    private static void skipHeader(InputStream in) throws IOException {
        var header = ByteBuffer.wrap(in.readNBytes(HEADER_SIZE)).order(ByteOrder.LITTLE_ENDIAN);
        if (header.limit() < HEADER_SIZE || header.getInt(0) != HEADER) {
            throw new Refusal(MALFORMED);
        }
        in.skipNBytes((header.getShort(NAME_LENGTH) & UNSIGNED) + (header.getShort(EXTRA_LENGTH) & UNSIGNED));
    }

    private static InputStream unpacked(InputStream in, ZipEntry entry, Inflater inflater) throws Refusal {
        return switch (entry.method()) {
            case STORED -> new FirstBytes(in, entry.size());
            case DEFLATED -> new InflaterInputStream(in, inflater, BUFFER);
            default -> throw new Refusal(MALFORMED);
        };
    }
}
