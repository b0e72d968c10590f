package cn.zhigong.membership.joining;

import java.time.LocalDate;
import java.time.Period;

/** From which age somebody may join. */
final class AgeRules {

    /** 劳动法 §15. */
    static final int WORKING_AGE = 16;

    private AgeRules() {}

    static boolean mayWork(LocalDate birthDate, LocalDate today) {
        return Period.between(birthDate, today).getYears() >= WORKING_AGE;
    }
}
