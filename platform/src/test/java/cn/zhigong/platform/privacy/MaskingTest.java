package cn.zhigong.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MaskingTest {
    @Test
    void masksAsOfficersKnowIt() {
        assertThat(Masking.identity("310115199003077518")).isEqualTo("310***********7518");
        assertThat(Masking.identity("H12345678")).isEqualTo("*******78");
        assertThat(Masking.identity("E1234")).isEqualTo("****4");
        assertThat(Masking.phone("13800001234")).isEqualTo("138****1234");
        assertThat(Masking.phone("123456")).isEqualTo("*****6");
        assertThat(Masking.name("王芳")).isEqualTo("王*");
        assertThat(Masking.name("\uD840\uDC0B小芳")).isEqualTo("\uD840\uDC0B**");
        assertThat(Masking.name("王")).isEqualTo("*");
        assertThat(Masking.name("")).isEmpty();
    }

    @Test
    void neverShowsMoreThanHalfNorChangesTheLength() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (var round = 0; round < 10_000; round++) {
            var text = new StringBuilder();
            random.ints(random.nextInt(30), 0x4E00, 0x2A6D6)
                    .filter(c -> !Character.isBmpCodePoint(c) || !Character.isSurrogate((char) c))
                    .forEach(text::appendCodePoint);
            var plain = text.toString();
            var length = plain.codePointCount(0, plain.length());
            assertShown(plain, Masking.identity(plain), length / 2, seed);
            assertShown(plain, Masking.phone(plain), length == 11 ? 7 : length / 2, seed);
            assertShown(plain, Masking.name(plain), length > 1 ? 1 : 0, seed);
        }
    }

    private static void assertShown(String plain, String masked, int most, long seed) {
        assertThat(masked.codePointCount(0, masked.length()))
                .as("seed %d", seed)
                .isEqualTo(plain.codePointCount(0, plain.length()));
        assertThat(masked.codePoints().filter(c -> c != '*').count())
                .as("seed %d", seed)
                .isLessThanOrEqualTo(most);
    }
}
