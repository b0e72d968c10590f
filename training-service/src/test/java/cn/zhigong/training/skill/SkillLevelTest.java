package cn.zhigong.training.skill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SkillLevelTest {

    @Test
    void theFiveExaminedLevelsHaveTheDigitsFiveToOneUpwards() {
        var digits = Arrays.stream(SkillLevel.values())
                .flatMap(level -> level.digit().stream().boxed())
                .toList();
        assertThat(digits).containsExactly(5, 4, 3, 2, 1);
        assertThat(SkillLevel.JUNIOR.digit()).hasValue(5);
        assertThat(SkillLevel.SENIOR_TECHNICIAN.digit()).hasValue(1);
    }

    @Test
    void apprenticesAndAppointedLevelsAreNotCertified() {
        assertThat(SkillLevel.APPRENTICE.isCertified()).isFalse();
        assertThat(SkillLevel.SPECIAL_TECHNICIAN.isCertified()).isFalse();
        assertThat(SkillLevel.CHIEF_TECHNICIAN.isCertified()).isFalse();
    }

    @Test
    void aDigitLeadsBackToItsLevel() {
        for (var level : SkillLevel.values()) {
            level.digit()
                    .ifPresent(digit -> assertThat(SkillLevel.ofDigit(digit)).hasValue(level));
        }
        assertThat(SkillLevel.ofDigit(0)).isEmpty();
        assertThat(SkillLevel.ofDigit(6)).isEmpty();
    }
}
