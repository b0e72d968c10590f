package cn.zhigong.bench.roster;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Groups that unions seek out, as the register calls them and as rosters do. */
public enum WorkerGroup {
    FOOD_DELIVERY_RIDER("外卖配送员", 34, true),
    COURIER("快递员", 26, true),
    RIDE_HAILING_DRIVER("网约车司机", 20, true),
    TRUCK_DRIVER("货车司机", 14, true),
    INTERNET_MARKETER("互联网营销师", 6, true),
    SECURITY_GUARD("保安员", 30, false),
    DOMESTIC_WORKER("家政", 24, false),
    LOGISTICS_WORKER("物流货运", 18, false),
    CARE_WORKER("医养照护", 12, false),
    HOUSING_AGENT("房产中介", 10, false),
    SHOP_INFORMATION_WORKER("商场信息员", 6, false);

    private static final Weighted<WorkerGroup> THROUGH_A_PLATFORM = some(true);
    private static final Weighted<WorkerGroup> OTHERS = some(false);

    /** Of those who work through no platform. */
    private static final double IN_A_GROUP = 0.06;

    private final String word;
    private final int hundredths;
    private final boolean throughPlatform;

    WorkerGroup(String word, int hundredths, boolean throughPlatform) {
        this.word = word;
        this.hundredths = hundredths;
        this.throughPlatform = throughPlatform;
    }

    private static Weighted<WorkerGroup> some(boolean throughPlatform) {
        List<WorkerGroup> groups = Stream.of(values())
                .filter(group -> group.throughPlatform == throughPlatform)
                .toList();
        return Weighted.of(groups, group -> group.hundredths);
    }

    /** Most people are in none. */
    static @Nullable WorkerGroup draw(EmploymentForm form, Random random) {
        if (form == EmploymentForm.NEW_FORM) {
            return THROUGH_A_PLATFORM.draw(random);
        }
        return random.nextDouble() < IN_A_GROUP ? OTHERS.draw(random) : null;
    }

    String word() {
        return word;
    }
}
