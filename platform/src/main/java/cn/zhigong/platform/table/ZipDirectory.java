package cn.zhigong.platform.table;

import static cn.zhigong.platform.table.UnreadableTableException.Reason.EXPANDS_TOO_FAR;
import static cn.zhigong.platform.table.UnreadableTableException.Reason.MALFORMED;

import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The directory at the end of a zip: what is in it and where, as every program sees it that opens the file.
 *
 * <p>The JDK reads directories of files on a disk only; without one, it stumbles over sizes of 64 bits after a part,
 * which a widespread library for workbooks writes.
 */
final class ZipDirectory {
    /** A workbook has some twenty parts, one with many pictures hundreds. */
    private static final int MOST_ENTRIES = 10_000;

    private static final int MOST_BYTES = 4 << 20;
    private static final int SIGNATURE = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int COUNT = 10;
    private static final int SIZE = 12;
    private static final int FROM = 16;
    private static final int COMMENT_LENGTH = 20;
    private static final int TAIL = END_SIZE + 0xFFFF;

    private final Map<String, ZipEntry> entries;
    private final long length;

    private ZipDirectory(Map<String, ZipEntry> entries, long length) {
        this.entries = entries;
        this.length = length;
    }

    /** The file is read to its end, and once more as far as its directory. */
    static ZipDirectory read(Content content, TableLimits limits) throws IOException {
        try (var in = new CountedStream(ContentStream.open(content), limits.expandedBytes())) {
            var end = end(littleEndian(tail(in)));
            return new ZipDirectory(entries(content, end), limits.expandedBytes() - in.left());
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new Refusal(MALFORMED, e);
        }
    }

    Optional<ZipEntry> entry(String name) {
        return Optional.ofNullable(entries.get(key(name)));
    }

    /** Bytes of the whole file. */
    long length() {
        return length;
    }

    /** Names of parts tell no cases apart, and some programs write the separator of Windows. */
    private static String key(String name) {
        return name.replace('\\', '/').toLowerCase(Locale.ROOT);
    }

    private static Map<String, ZipEntry> entries(Content content, ByteBuffer end) throws IOException {
        var count = Short.toUnsignedInt(end.getShort(COUNT));
        var size = Integer.toUnsignedLong(end.getInt(SIZE));
        if (count > MOST_ENTRIES || size > MOST_BYTES) {
            throw new Refusal(EXPANDS_TOO_FAR);
        }
        try (var in = ContentStream.open(content)) {
            in.skipNBytes(Integer.toUnsignedLong(end.getInt(FROM)));
            return entries(littleEndian(in.readNBytes((int) size)), count);
        }
    }

    private static Map<String, ZipEntry> entries(ByteBuffer directory, int count) throws Refusal {
        var entries = new HashMap<String, ZipEntry>();
        for (var i = 0; i < count; i++) {
            var entry = ZipEntry.read(directory);
            // Which of two that have one name is meant, every program decides for itself.
            if (entries.put(key(entry.name()), entry) != null) {
                throw new Refusal(MALFORMED);
            }
        }
        return entries;
    }

    private static byte[] tail(InputStream in) throws IOException {
        var before = new byte[0];
        var last = in.readNBytes(TAIL);
        for (var next = in.readNBytes(TAIL); next.length > 0; next = in.readNBytes(TAIL)) {
            before = last;
            last = next;
        }
        var both = Arrays.copyOf(before, before.length + last.length);
        System.arraycopy(last, 0, both, before.length, last.length);
        return both;
    }

    /** The last record that, with its comment, reaches to the end of the file. */
    private static ByteBuffer end(ByteBuffer tail) throws Refusal {
        for (var at = tail.limit() - END_SIZE; at >= 0; at--) {
            if (tail.getInt(at) == SIGNATURE
                    && at + END_SIZE + Short.toUnsignedInt(tail.getShort(at + COMMENT_LENGTH)) == tail.limit()) {
                return tail.slice(at, END_SIZE).order(ByteOrder.LITTLE_ENDIAN);
            }
        }
        throw new Refusal(MALFORMED);
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
