package cn.zhigong.membership.joining;

import static cn.zhigong.membership.organisation.OrganisationFixtures.as;
import static cn.zhigong.membership.organisation.OrganisationFixtures.creditCode;
import static cn.zhigong.membership.organisation.OrganisationFixtures.district;
import static cn.zhigong.membership.organisation.OrganisationFixtures.grant;
import static cn.zhigong.membership.organisation.OrganisationFixtures.officer;
import static cn.zhigong.membership.organisation.OrganisationFixtures.organisation;

import cn.zhigong.platform.testing.Answers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A district with its chair, a union of it, and what the union has: a member, groups, employers, officers, codes. */
final class Scene {

    final InstantSource clock;
    final UUID district = district();
    final UUID union = organisation(district, "BASIC");
    final UUID sister = organisation(district, "BASIC");
    final String chair = officer(district, "CHAIR");
    final String number = People.believed();
    final String worker = JoiningFixtures.worker();
    final UUID application;
    final String member;
    /** Whose application was given back. */
    final String newcomer = JoiningFixtures.worker();

    final UUID returned;
    final String code;

    Scene(InstantSource clock) {
        this.clock = clock;
        application = JoiningFixtures.member(worker, number, union, clock);
        member = JoiningFixtures.asWorker(worker).get("/v1/members/me").path("id");
        code = JoiningFixtures.code(union, clock);
        returned = JoiningFixtures.underReview(newcomer, People.believed(), code);
        made(returned + "/return", Map.of("reasons", new String[] {"PHONE"}));
    }

    private void made(String step, Map<String, ?> body) {
        as(chair).body(body).post("/v1/join-applications/" + step).then().statusCode(200);
    }

    String waiting() {
        return JoiningFixtures.underReview(JoiningFixtures.worker(), People.believed(), code)
                .toString();
    }

    String group() {
        return at("/groups", Map.of("name", "快递站 " + UUID.randomUUID()));
    }

    String employer() {
        return at("/employers", Map.of("name", "某某快递有限公司", "creditCode", creditCode("91")));
    }

    String appointed() {
        return grant(union, "officer-" + UUID.randomUUID(), "VIEWER").toString();
    }

    String newCode() {
        return JoiningFixtures.code(union, clock);
    }

    String live() {
        return codes("LIVE", "code");
    }

    /** Each batch has a code of its own. */
    String batch() {
        return posted("/v1/collective-joinings", batchWanted(), "id");
    }

    Map<String, Object> batchWanted() {
        return Map.of("organisationId", union, "joinCodeId", codes("POSTER", "id"), "title", "某快递网点集中入会");
    }

    private String codes(String kind, String field) {
        return posted("/v1/organisations/" + union + "/join-codes", codeWanted(kind), field);
    }

    Map<String, Object> codeWanted(String kind) {
        var until = clock.instant().plus(Duration.ofDays(30)).toString();
        return new HashMap<>(Map.of("kind", kind, "validUntil", until));
    }

    private String at(String collection, Map<String, ?> body) {
        return posted("/v1/organisations/" + union + collection, body, "id");
    }

    private String posted(String path, Map<String, ?> body, String field) {
        return Answers.text(as(chair).body(body).post(path), 201, field);
    }
}
