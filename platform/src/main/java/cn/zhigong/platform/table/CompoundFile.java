package cn.zhigong.platform.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A file of the older compound format (OLE2): an old workbook, or a new one that is encrypted, which then is the stream
 * {@code EncryptedPackage}. Entries of its directory have 128 bytes and stand at multiples of that, so one look at each
 * block finds the name without following a directory that may be forged.
 */
final class CompoundFile {
    private static final int ENTRY = 128;
    private static final byte[] ENCRYPTED = "EncryptedPackage\0".getBytes(StandardCharsets.UTF_16LE);
    private static final int NAME_LENGTH = 64;

    private CompoundFile() {}

    static boolean isEncrypted(Content content, TableLimits limits) throws IOException {
        try (var in = ContentStream.open(content, limits.expandedBytes())) {
            var block = new byte[ENTRY];
            var found = false;
            while (!found && in.readNBytes(block, 0, ENTRY) == ENTRY) {
                found = block[NAME_LENGTH] == ENCRYPTED.length
                        && Arrays.equals(block, 0, ENCRYPTED.length, ENCRYPTED, 0, ENCRYPTED.length);
            }
            return found;
        }
    }
}
