package cn.zhigong.membership.joining;

import cn.zhigong.platform.reference.ResidentNumber;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.ThreadLocalRandom;

/** People who do not exist, each with a number of their own whose check digit is right. */
public final class People {

    private static final LocalDate OLDEST = LocalDate.of(1960, 1, 1);
    private static final int DAYS = 16_000;
    private static final int BELIEVED = 980;

    private People() {}

    /** Somebody whom the local identity provider believes. */
    public static String believed() {
        return born(birthDate(), random(BELIEVED));
    }

    /** Somebody whose name and number do not match. */
    public static String doubted() {
        return born(birthDate(), 990 + random(10));
    }

    /** Somebody about whom the provider never answers. */
    public static String unanswered() {
        return born(birthDate(), BELIEVED + random(10));
    }

    public static String born(LocalDate day, int sequence) {
        var digits = "310115" + day.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(sequence);
        return digits + ResidentNumber.checkCharacter(digits);
    }

    public static String phone() {
        return "137%08d".formatted(random(100_000_000));
    }

    private static LocalDate birthDate() {
        return OLDEST.plusDays(random(DAYS));
    }

    private static int random(int bound) {
        return ThreadLocalRandom.current().nextInt(bound);
    }
}
