package cn.zhigong.platform.privacy;

/** A stored field does not decrypt at its place: damage, a moved ciphertext or a lost key; never a user's fault. */
public final class UndecryptableException extends RuntimeException {
    UndecryptableException(FieldAddress at, Throwable cause) {
        super("%s.%s of row %s does not decrypt".formatted(at.table(), at.column(), at.rowId()), cause);
    }
}
