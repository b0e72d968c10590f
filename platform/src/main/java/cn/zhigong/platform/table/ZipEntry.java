package cn.zhigong.platform.table;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * What the directory of a zip says of one part.
 *
 * @param from where its local header begins
 * @param size of it as it stands in the file
 */
record ZipEntry(String name, long from, int method, long size, long checksum, boolean encrypted) {
    private static final int SIGNATURE = 0x02014b50;
    private static final int FIXED = 46;
    private static final int UNSIGNED = 0xFFFF;
    private static final long UNSIGNED_INT = 0xFFFFFFFFL;
    private static final short LONG_NUMBERS = 1;

    /** Reads the next. */
    static ZipEntry read(ByteBuffer directory) {
        var fixed = next(directory, FIXED);
        if (fixed.getInt(0) != SIGNATURE) {
            throw new IllegalArgumentException("No entry");
        }
        var name = next(directory, fixed.getShort(28) & UNSIGNED);
        var numbers = longNumbers(next(directory, fixed.getShort(30) & UNSIGNED));
        var _ = next(directory, fixed.getShort(32) & UNSIGNED); // comment
        var _ = number(fixed.getInt(24), numbers); // unpacked size
        var size = number(fixed.getInt(20), numbers);
        var from = number(fixed.getInt(42), numbers);
        return new ZipEntry(
                StandardCharsets.UTF_8.decode(name).toString(),
                from,
                fixed.getShort(10) & UNSIGNED,
                size,
                fixed.getInt(16) & UNSIGNED_INT,
                (fixed.getShort(8) & 1) != 0);
    }

    /** A number of 32 bits whose bits are all set stands among the long ones, in the same order. */
    private static long number(int number, ByteBuffer longNumbers) {
        return number == -1 ? longNumbers.getLong() : number & UNSIGNED_INT;
    }

    /** Programs that write without seeking have sizes of 64 bits, however small they turn out to be. */
    private static ByteBuffer longNumbers(ByteBuffer extra) {
        while (extra.remaining() > Integer.BYTES) {
            var kind = extra.getShort();
            var value = next(extra, extra.getShort() & UNSIGNED);
            if (kind == LONG_NUMBERS) {
                return value;
            }
        }
        return ByteBuffer.allocate(0);
    }

    private static ByteBuffer next(ByteBuffer bytes, int length) {
        if (length > bytes.remaining()) {
            throw new BufferUnderflowException();
        }
        var next = bytes.slice(bytes.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        var _ = bytes.position(bytes.position() + length);
        return next;
    }
}
