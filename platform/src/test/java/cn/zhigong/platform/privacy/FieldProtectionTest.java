package cn.zhigong.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FieldProtectionTest {
    private static final String PLAIN = "310115199003077518";

    private final FieldAddress at = new FieldAddress("person", "identity", UUID.randomUUID());
    private final FieldCipher cipher = TestKeys.cipher();
    private final BlindIndex index = TestKeys.index();

    @Test
    void whatWasEncryptedDecryptsAtItsPlaceAndLooksDifferentEachTime() {
        var first = cipher.encrypt(PLAIN, at);
        var second = cipher.encrypt(PLAIN, at);
        assertThat(first).isNotEqualTo(second).startsWith(1, 0, 0, 0, 2);
        assertThat(new String(first, StandardCharsets.ISO_8859_1)).doesNotContain(PLAIN);
        assertThat(cipher.decrypt(first, at)).isEqualTo(PLAIN);
        assertThat(cipher.decrypt(cipher.encrypt("", at), at)).isEmpty();
        assertThat(cipher.decrypt(cipher.encrypt("李\uD840\uDC0B", at), at)).isEqualTo("李\uD840\uDC0B");
    }

    @Test
    void aCiphertextMovedToAnotherRowColumnOrTableIsRefused() {
        var moved = cipher.encrypt(PLAIN, at);
        refuses(moved, new FieldAddress("person", "identity", UUID.randomUUID()));
        refuses(moved, new FieldAddress("person", "phone", at.rowId()));
        refuses(moved, new FieldAddress("applicant", "identity", at.rowId()));
        refuses(
                cipher.encrypt(PLAIN, new FieldAddress("a_b", "c", at.rowId())),
                new FieldAddress("a", "b_c", at.rowId()));
        assertThatIllegalArgumentException().isThrownBy(() -> new FieldAddress("a|b", "c", at.rowId()));
    }

    @Test
    void everyChangedByteIsNoticed() {
        var sealed = cipher.encrypt(PLAIN, at);
        IntStream.range(0, sealed.length).forEach(i -> {
            var tampered = sealed.clone();
            tampered[i] ^= 1;
            refuses(tampered, at);
        });
        refuses(new byte[0], at);
    }

    @Test
    void theRefusalNamesThePlaceAndNotTheContent() {
        assertThatExceptionOfType(UndecryptableException.class)
                .isThrownBy(() -> cipher.decrypt(PLAIN.getBytes(StandardCharsets.UTF_8), at))
                .withMessage("person.identity of row %s does not decrypt", at.rowId());
    }

    @Test
    void afterRotationTheOldIsReadAndTheNewIsWritten() {
        var before = new TinkFieldCipher(keys("k1", Map.of("k1", key(1))));
        var after = new TinkFieldCipher(keys("k7", Map.of("k1", key(1), "k7", key(7))));
        var old = before.encrypt(PLAIN, at);
        assertThat(after.decrypt(old, at)).isEqualTo(PLAIN);
        assertThat(after.isCurrent(old)).isFalse();
        var fresh = after.encrypt(PLAIN, at);
        assertThat(after.isCurrent(fresh)).isTrue();
        assertThatExceptionOfType(UndecryptableException.class).isThrownBy(() -> before.decrypt(fresh, at));
        var oldKeyGone = new TinkFieldCipher(keys("k7", Map.of("k7", key(7))));
        assertThatExceptionOfType(UndecryptableException.class).isThrownBy(() -> oldKeyGone.decrypt(old, at));
    }

    @Test
    void anIndexIsEqualForEqualInputAndUnrelatedBetweenFieldsAndKeys() {
        var identity = index.of("person.identity", PLAIN);
        assertThat(identity).hasSize(16).isEqualTo(TestKeys.index().of("person.identity", PLAIN));
        assertThat(index.of("person.phone", PLAIN)).isNotEqualTo(identity);
        assertThat(index.of("person.identity", "310115199003077517")).isNotEqualTo(identity);
        assertThat(new BlindIndex(keys("k1", Map.of("k1", key(1)))).of("person.identity", PLAIN))
                .isNotEqualTo(identity);
        assertThat(index.hex("person.identity", PLAIN)).matches("[0-9a-f]{32}");
        assertThatIllegalArgumentException().isThrownBy(() -> index.of(PLAIN + "!", ""));
    }

    @Test
    void storedIndexesStayFindable() {
        // A change here would make every stored index unfindable: HKDF-SHA-256 without salt, info = field name.
        assertThat(index.hex("person.identity", PLAIN)).isEqualTo("56e429179d941e3bc77968c53686d8c9");
    }

    @Test
    void manyThreadsShareOneIndex() {
        var expected = index.hex("person.phone", "13800001234");
        assertThat(IntStream.range(0, 20_000).parallel().mapToObj(_ -> index.hex("person.phone", "13800001234")))
                .containsOnly(expected);
    }

    @Test
    void startsOnlyWithACompleteKeyFileAndSaysWhatIsMissing(@TempDir Path folder) throws IOException {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Keys(config(null)))
                .withMessageContaining("ZHIGONG_KEYS_FILE");
        var file = folder.resolve("keys.json");
        assertThatIllegalStateException()
                .isThrownBy(() -> new Keys(config(file.toString())))
                .withMessageContaining(file.toString());
        Files.writeString(file, "{\"current\": \"k1\", \"keys\": {\"k1\": " + key(1));
        assertThatIllegalStateException()
                .isThrownBy(() -> new Keys(config(file.toString())))
                .havingCause()
                .withMessage("malformed JSON at line 1")
                .withNoCause();
        Files.writeString(
                file, "{\"current\": \"k1\", \"keys\": {\"k1\": \"%s\"}, \"index\": \"%s\"}".formatted(key(1), key(2)));
        assertThat(new Keys(config(file.toString())).isDevelopmentKey()).isFalse();
        assertThat(TestKeys.keys().isDevelopmentKey()).isTrue();
    }

    @Test
    void badKeysAreRefusedWithoutPrintingThem() {
        assertThatIllegalStateException().isThrownBy(() -> keys("k2", Map.of("k1", key(1))));
        assertThatIllegalStateException().isThrownBy(() -> keys("key", Map.of("key", key(1))));
        assertThatIllegalStateException()
                .isThrownBy(() -> keys("k1", Map.of("k1", "dG9vIHNob3J0")))
                .withMessageNotContaining("dG9v");
        assertThatIllegalStateException().isThrownBy(() -> keys("k1", Map.of("k1", key(99))));
    }

    private void refuses(byte[] ciphertext, FieldAddress elsewhere) {
        assertThatExceptionOfType(UndecryptableException.class).isThrownBy(() -> cipher.decrypt(ciphertext, elsewhere));
    }

    private static Keys keys(String current, Map<String, String> keys) {
        return new Keys(new KeyFile(current, keys, key(99), false));
    }

    private static String key(int fill) {
        var bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) fill);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static KeysConfig config(@Nullable String file) {
        return new KeysConfig() {
            @Override
            public Optional<String> file() {
                return Optional.ofNullable(file);
            }

            @Override
            public boolean enabled() {
                return true;
            }
        };
    }
}
