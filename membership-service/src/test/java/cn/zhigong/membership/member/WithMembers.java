package cn.zhigong.membership.member;

import static cn.zhigong.membership.joining.JoiningFixtures.asWorker;
import static cn.zhigong.membership.joining.JoiningFixtures.member;
import static cn.zhigong.membership.organisation.OrganisationFixtures.as;

import cn.zhigong.membership.joining.AtAUnion;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;

/** A test of a union's members and of how its officers find them. */
abstract class WithMembers extends AtAUnion {

    /** Makes the worker a member of the union; the member's id. */
    UUID joined(String number) {
        member(worker, number, union, clock);
        return UUID.fromString(asWorker(worker).get("/v1/members/me").path("id"));
    }

    static Response search(String account, Map<String, ?> body) {
        return as(account).body(body).post("/v1/members/search");
    }

    static Map<String, ?> byNumber(String number) {
        return Map.of("identity", Map.of("type", "RESIDENT_ID", "number", number), "purpose", "核对会籍");
    }
}
