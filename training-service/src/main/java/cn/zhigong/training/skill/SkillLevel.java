package cn.zhigong.training.skill;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/** The eight levels of skill (新八级工), lowest first; 人社部发〔2022〕14号. */
public enum SkillLevel {
    /** 学徒工. */
    APPRENTICE(0),
    /** 初级工, 五级. */
    JUNIOR(5),
    /** 中级工, 四级. */
    INTERMEDIATE(4),
    /** 高级工, 三级. */
    SENIOR(3),
    /** 技师, 二级. */
    TECHNICIAN(2),
    /** 高级技师, 一级. */
    SENIOR_TECHNICIAN(1),
    /** 特级技师: appointed by the employer, with numbers of its own. */
    SPECIAL_TECHNICIAN(0),
    /** 首席技师: appointed. */
    CHIEF_TECHNICIAN(0);

    private final int digit;

    SkillLevel(int digit) {
        this.digit = digit;
    }

    /** The digit of the level in a certificate's number; only the five levels that are examined have one. */
    public OptionalInt digit() {
        return digit == 0 ? OptionalInt.empty() : OptionalInt.of(digit);
    }

    /** Whether this level is certified, and not a stage before the first examination or an appointment. */
    public boolean isCertified() {
        return digit != 0;
    }

    /** The level with a digit of a certificate's number. */
    public static Optional<SkillLevel> ofDigit(int digit) {
        return Arrays.stream(values())
                .filter(level -> level.isCertified() && level.digit == digit)
                .findFirst();
    }

    /** Whether whoever holds this level has at least the other one. */
    public boolean isAtLeast(SkillLevel other) {
        return compareTo(other) >= 0;
    }
}
