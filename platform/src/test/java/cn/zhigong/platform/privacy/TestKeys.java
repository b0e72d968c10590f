package cn.zhigong.platform.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The protection of personal data under the fixed keys of the tests, for tests that start no application. */
public final class TestKeys {
    private TestKeys() {}

    public static FieldCipher cipher() {
        return new TinkFieldCipher(keys());
    }

    public static BlindIndex index() {
        return new BlindIndex(keys());
    }

    static Keys keys() {
        try {
            return new Keys(KeyFile.read("classpath:zhigong-test-keys.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
