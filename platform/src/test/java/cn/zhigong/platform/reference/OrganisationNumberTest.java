package cn.zhigong.platform.reference;

import static cn.zhigong.platform.reference.Violation.CHARACTERS;
import static cn.zhigong.platform.reference.Violation.CHECK_DIGIT;
import static cn.zhigong.platform.reference.Violation.LENGTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;

class OrganisationNumberTest {
    @Test
    void isBuiltFromSeatLineAndSerial() {
        var number = OrganisationNumber.of("310115", 7, 42);
        assertThat(number.value()).hasSize(18).startsWith("U3101150700000042");
        assertThat(number.districtCode()).isEqualTo("310115");
        assertThat(number.line()).isEqualTo("07");
        assertThat(number.toString()).doesNotContain("0700000042");
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatIllegalArgumentException().isThrownBy(() -> OrganisationNumber.of("310115", 100, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> OrganisationNumber.of("310115", 0, 100_000_000));
        assertThatIllegalArgumentException().isThrownBy(() -> OrganisationNumber.of("31011", 0, 1));
        assertThat(OrganisationNumber.parse("").violations()).containsExactly(LENGTH);
        assertThat(OrganisationNumber.parse("X31011507000000420").violations()).containsExactly(CHARACTERS);
    }

    @Test
    void everyNumberReadsAsItselfAndEverySlipIsCaught() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (var round = 0; round < 1_000; round++) {
            var number = OrganisationNumber.of("310115", random.nextInt(100), random.nextInt(100_000_000));
            var text = number.value();
            assertThat(OrganisationNumber.parse(" " + text.toLowerCase(java.util.Locale.ROOT)))
                    .as("seed %d", seed)
                    .isEqualTo(new Parsed.Valid<>(number));
            for (var i = 1; i < 17; i++) {
                for (var c = '0'; c <= '9'; c++) {
                    var slip = text.substring(0, i) + c + text.substring(i + 1);
                    if (!slip.equals(text)) {
                        assertThat(OrganisationNumber.parse(slip).violations())
                                .as("%s seed %d", slip, seed)
                                .containsExactly(CHECK_DIGIT);
                    }
                }
                var swapped = text.substring(0, i) + text.charAt(i + 1) + text.charAt(i) + text.substring(i + 2);
                assertThat(OrganisationNumber.parse(swapped) instanceof Parsed.Valid)
                        .as("%s seed %d", swapped, seed)
                        .isEqualTo(swapped.equals(text));
            }
        }
    }
}
