package cn.zhigong.membership.joinpage;

import static cn.zhigong.membership.organisation.OrganisationFixtures.as;
import static cn.zhigong.membership.organisation.OrganisationFixtures.district;
import static cn.zhigong.membership.organisation.OrganisationFixtures.organisation;

import cn.zhigong.membership.organisation.OrganisationFixtures;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** A union that invites, and workers who come. */
record Scene(UUID union, String officer, String name) {

    static Scene set() {
        var name = "陆家嘴楼宇联合工会 " + ThreadLocalRandom.current().nextInt(1_000_000);
        var union = organisation(district(), "BASIC", Map.of("name", name));
        return new Scene(union, OrganisationFixtures.officer(union, "OFFICER"), name);
    }

    String code(InstantSource clock, Map<String, ?> wanted) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "kind",
                "POSTER",
                "validUntil",
                clock.instant().plus(Duration.ofDays(30)).toString()));
        body.putAll(wanted);
        return as(officer)
                .body(body)
                .post("/v1/organisations/" + union + "/join-codes")
                .then()
                .statusCode(201)
                .extract()
                .path("code");
    }

    static String newPhone() {
        return "138%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
    }

    /** A resident number of somebody born on a day of 1990, with its check digit (GB 11643). */
    static String newNumber(int year) {
        var random = ThreadLocalRandom.current();
        // Serial digits from 900 up ask the local identity provider to refuse.
        var body = "310101%04d%02d%02d%03d"
                .formatted(year, random.nextInt(1, 13), random.nextInt(1, 29), random.nextInt(900));
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum += (body.charAt(i) - '0') * ((1 << (17 - i)) % 11);
        }
        return body + "10X98765432".charAt(sum % 11);
    }

    static Map<String, String> filledIn() {
        return new HashMap<>(Map.of(
                "name", "李四光",
                "type", "RESIDENT_ID",
                "number", newNumber(1990),
                "employmentForm", "NEW_FORM",
                "workerGroup", "COURIER",
                "employer", "申城快递",
                "charter", "yes",
                "personalInformation", "yes"));
    }
}
