package cn.zhigong.platform.privacy;

/** Keeps a field unreadable in the database, its dumps and its logs. */
public interface FieldCipher {
    /** Different every time; begins with the id of the current key. */
    byte[] encrypt(String plain, FieldAddress at);

    /** The same of something that is no text. */
    byte[] encrypt(byte[] plain, FieldAddress at);

    /**
     * Reads what was written with the current or an earlier key.
     *
     * @throws UndecryptableException when the bytes were changed, belong to another place, or their key is gone
     */
    String decrypt(byte[] ciphertext, FieldAddress at);

    /** The same of something that is no text. */
    byte[] decryptBytes(byte[] ciphertext, FieldAddress at);

    /** Whether the current key wrote it; a rotation rewrites the others. */
    boolean isCurrent(byte[] ciphertext);
}
