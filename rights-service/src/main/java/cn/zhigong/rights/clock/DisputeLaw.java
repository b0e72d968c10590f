package cn.zhigong.rights.clock;

import cn.zhigong.platform.calendar.ClockRule;
import cn.zhigong.platform.calendar.ClockRule.Unit;

/** The periods of the labour dispute law (劳动争议调解仲裁法) that run from a dispute's registration on. */
public final class DisputeLaw {

    /** Mediation ends within 15 days of receipt of the application; after that a party may go to arbitration. */
    public static final ClockRule MEDIATION = new ClockRule("MEDIATION", 15, Unit.NATURAL_DAYS, "劳动争议调解仲裁法 §14", true);

    /** Arbitration must be asked for within a year of knowing (仲裁时效); later the claim is barred if that is pleaded. */
    public static final ClockRule LIMITATION =
            new ClockRule("ARBITRATION_LIMITATION", 1, Unit.YEARS, "劳动争议调解仲裁法 §27", true);

    private DisputeLaw() {}
}
