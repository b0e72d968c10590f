package cn.zhigong.bench;

import cn.zhigong.bench.roster.ResidentNumbers;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/**
 * An invented worker. Every number from 0 on is another person, with a well-formed identity number and phone that
 * belong to nobody we know of.
 */
record Worker(int number) {

    static final String PREFIX = "worker-bench-";

    private static final String PLACE = "310101";
    private static final LocalDate FIRST_BIRTHDAY = LocalDate.of(1970, 1, 1);
    private static final int BIRTHDAYS = 12_000;

    /** 980 to 999 are kept for test data with another meaning. */
    private static final int SEQUENCES = 979;

    /** By the account's name; an account that is no worker of ours is the first one. */
    static Worker of(String account) {
        return new Worker(account.startsWith(PREFIX) ? Integer.parseInt(account.substring(PREFIX.length())) : 0);
    }

    String account() {
        return PREFIX + number;
    }

    String name() {
        return "测试";
    }

    /** GB 11643: place, birthday, sequence, check character. */
    String identityNumber() {
        var birthday = FIRST_BIRTHDAY.plusDays(number % BIRTHDAYS).format(DateTimeFormatter.BASIC_ISO_DATE);
        var start = PLACE + birthday + "%03d".formatted(1 + number / BIRTHDAYS % SEQUENCES);
        return ResidentNumbers.completed(start);
    }

    String phone() {
        return "138%08d".formatted(number);
    }

    /** What the provider attests, as the realm of the local stack does. */
    Map<String, Object> userinfo() {
        return Map.of(
                "sub", account(),
                "identity_type", "RESIDENT_ID",
                "identity_number", identityNumber(),
                "real_name", name());
    }

    /** What the worker sends to join with a poster's code. */
    Map<String, Object> application(String joinCode, String charterVersion) {
        return Map.of(
                "draft",
                false,
                "joinCode",
                joinCode,
                "identity",
                Map.of("type", "RESIDENT_ID", "number", identityNumber(), "name", name()),
                "phone",
                phone(),
                "employmentForm",
                "NEW_FORM",
                "workerGroup",
                "COURIER",
                "charterVersion",
                charterVersion,
                "consents",
                List.of(
                        Map.of("purpose", "CHARTER", "version", charterVersion),
                        Map.of("purpose", "PERSONAL_INFORMATION", "version", charterVersion)));
    }
}
