package cn.zhigong.platform.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The one place where a ciphertext is good: anywhere else it does not decrypt. */
public record FieldAddress(String table, String column, UUID rowId) {
    public FieldAddress {
        if (!isIdentifier(table) || !isIdentifier(column)) {
            throw new IllegalArgumentException("Not the name of a table or column: %s.%s".formatted(table, column));
        }
    }

    /** Names cannot hold the separator, so that different places never give the same bytes. */
    byte[] associatedData() {
        var place = (table + "|" + column + "|").getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(place.length + 2 * Long.BYTES)
                .put(place)
                .putLong(rowId.getMostSignificantBits())
                .putLong(rowId.getLeastSignificantBits())
                .array();
    }

    static boolean isIdentifier(String name) {
        return !name.isEmpty()
                && name.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_');
    }
}
