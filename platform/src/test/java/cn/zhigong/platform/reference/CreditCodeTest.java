package cn.zhigong.platform.reference;

import static cn.zhigong.platform.reference.CreditCode.Verdict.CHECK_FAILED;
import static cn.zhigong.platform.reference.CreditCode.Verdict.CHECK_FAILED_OVERRIDDEN;
import static cn.zhigong.platform.reference.CreditCode.Verdict.INVALID;
import static cn.zhigong.platform.reference.CreditCode.Verdict.VALID;
import static cn.zhigong.platform.reference.Violation.CHARACTERS;
import static cn.zhigong.platform.reference.Violation.CHECK_DIGIT;
import static cn.zhigong.platform.reference.Violation.LENGTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @ParameterizedTest
    @ValueSource(strings = {"91350200MA2YJ1XR9G", "123502001549897397", "81310115MC00000128", " ９1350200ma2yj1xr9g "})
    void goodCodesPass(String code) {
        assertThat(CreditCode.judge(code)).isEqualTo(VALID);
        assertThat(CreditCode.parse(code).violations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"91350100M0001TGQXM", "91350211M0000XUF46", "91350203M0001FUE2P"})
    void pilotCodesFailTheCheckAndPassOnlyWhenAClerkSaysSo(String code) {
        assertThat(CreditCode.judge(code)).isEqualTo(CHECK_FAILED);
        assertThat(CreditCode.parse(code).violations()).containsExactly(CHECK_DIGIT);
        assertThat(CreditCode.parseOverridden(code))
                .isEqualTo(new Parsed.Valid<>(new CreditCode(code, CHECK_FAILED_OVERRIDDEN)));
    }

    @Test
    void whatCannotBeACodeCannotBeOverridden() {
        assertThat(CreditCode.parse("9135020OMA2YJ1XR9G").violations()).containsExactly(CHARACTERS);
        assertThat(CreditCode.parse("91A50200MA2YJ1XR9G").violations()).containsExactly(CHARACTERS);
        assertThat(CreditCode.parse("91350200MA2YJ1XR9").violations()).containsExactly(LENGTH);
        assertThat(CreditCode.judge("")).isEqualTo(INVALID);
        assertThat(CreditCode.parseOverridden("nonsense").violations()).containsExactly(LENGTH, CHARACTERS);
    }

    @Test
    void aGoodCodeNeedsNoOverride() {
        assertThat(CreditCode.parseOverridden("81310115MC00000128"))
                .isEqualTo(new Parsed.Valid<>(new CreditCode("81310115MC00000128", VALID)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CreditCode("81310115MC00000128", CHECK_FAILED_OVERRIDDEN));
        assertThatIllegalArgumentException().isThrownBy(() -> new CreditCode("91350100M0001TGQXM", CHECK_FAILED));
    }

    @Test
    void tellsRegistrationAndPlaceButNotItselfInLogs() {
        var code = CreditCode.parse("81310115MC00000128").toOptional().orElseThrow();
        assertThat(code.registration()).isEqualTo("81");
        assertThat(code.districtCode()).isEqualTo("310115");
        assertThat(code.toString()).isEqualTo("813***********0128 VALID");
    }

    @Test
    void everyCompletedCodePassesAndEverySlipIsCaught() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (var round = 0; round < 1_000; round++) {
            var first = new StringBuilder("91310115");
            random.ints(8, 0, ALPHABET.length()).forEach(i -> first.append(ALPHABET.charAt(i)));
            var code = CreditCode.complete(first.toString()).value();
            assertThat(CreditCode.judge(code)).as("%s seed %d", code, seed).isEqualTo(VALID);
            for (var i = 0; i < 17; i++) {
                var slip = new StringBuilder(code);
                slip.setCharAt(i, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
                var same = slip.toString().equals(code);
                assertThat(CreditCode.judge(slip.toString()) == VALID)
                        .as("%s seed %d", slip, seed)
                        .isEqualTo(same);
                var swapped = code.substring(0, i) + code.charAt(i + 1) + code.charAt(i) + code.substring(i + 2);
                assertThat(CreditCode.judge(swapped) == VALID)
                        .as("%s seed %d", swapped, seed)
                        .isEqualTo(swapped.equals(code));
            }
        }
    }
}
