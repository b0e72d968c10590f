package cn.zhigong.training.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.zhigong.training.certificate.CertificateNumber.Issuer;
import cn.zhigong.training.skill.SkillLevel;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateNumberTest {

    private static final Issuer EMPLOYER = new Issuer("Y", "0000", "31", "000001");

    @Test
    void theMinistrysExampleIsReadAndWritten() {
        var text = "Y000031000123233000001";
        var number = CertificateNumber.parse(text).orElseThrow();
        assertThat(number)
                .isEqualTo(new CertificateNumber(new Issuer("Y", "0000", "31", "000123"), 23, SkillLevel.SENIOR, 1));
        assertThat(number.format()).isEqualTo(text);
    }

    @Test
    void anyNumberSurvivesBeingWrittenAndRead() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var certified = List.of(
                SkillLevel.JUNIOR,
                SkillLevel.INTERMEDIATE,
                SkillLevel.SENIOR,
                SkillLevel.TECHNICIAN,
                SkillLevel.SENIOR_TECHNICIAN);
        for (int round = 0; round < 2_000; round++) {
            var issuer = new Issuer(
                    String.valueOf("YSJ".charAt(random.nextInt(3))),
                    "%04d".formatted(random.nextInt(10_000)),
                    "%02d".formatted(random.nextInt(100)),
                    "%06d".formatted(random.nextInt(1_000_000)));
            var number = new CertificateNumber(
                    issuer,
                    random.nextInt(100),
                    certified.get(random.nextInt(5)),
                    random.nextInt(1, CertificateNumber.LAST_SERIAL + 1));
            assertThat(number.format()).as("seed %d", seed).matches("^[YSJ]\\d{4}\\d{2}\\d{6}\\d{2}[1-5]\\d{6}$");
            assertThat(CertificateNumber.parse(number.format()))
                    .as("seed %d", seed)
                    .hasValue(number);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Y00003100012323300000",
                "Y0000310001232330000011",
                "X000031000123233000001",
                "y000031000123233000001",
                "Y000031000123230000001",
                "Y000031000123236000001",
                "Y000031000123233000000",
                "Y00003100012323300000١",
                "Y000031000123233000001 ",
                "Y000031000123233000001\n",
                "' or 1=1 --",
            })
    void anythingElseIsNoNumber(String text) {
        assertThat(CertificateNumber.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"APPRENTICE", "SPECIAL_TECHNICIAN", "CHIEF_TECHNICIAN"})
    void whatIsNotExaminedIsNotNumbered(SkillLevel level) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(number(level, 1)).isNull());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1_000_000})
    void aSerialHasSixDigitsAndIsNotZero(int serial) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(number(SkillLevel.SENIOR, serial)).isNull());
    }

    private static CertificateNumber number(SkillLevel level, int serial) {
        return new CertificateNumber(EMPLOYER, 26, level, serial);
    }
}
