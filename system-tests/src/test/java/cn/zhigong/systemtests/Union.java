package cn.zhigong.systemtests;

import cn.zhigong.systemtests.stack.Answer;
import cn.zhigong.systemtests.stack.Api;
import cn.zhigong.systemtests.stack.Stack;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A union and the officer who acts for it. */
record Union(Stack stack, String id, Api officer) {

    /** The factory's union of the demonstration city, by its district's officer. */
    static Union ofTheFactory(Stack stack) {
        return new Union(stack, stack.city().factory(), stack.as("officer-pudong"));
    }

    /** A printed code that is good for a week. */
    String joinCode() {
        return issue(Map.of()).expect(201).text("code");
    }

    /** A printed code with other properties. */
    Answer issue(Map<String, Object> properties) {
        var body = new HashMap<String, Object>();
        body.put("kind", "POSTER");
        body.put("validUntil", stack.now().plus(Duration.ofDays(7)).toString());
        body.putAll(properties);
        return officer.post("/api/membership/v1/organisations/" + id + "/join-codes", body);
    }

    Answer approve(String application) {
        return officer.post("/api/membership/v1/join-applications/" + application + "/approve", Map.of());
    }

    long members() {
        return stack.databases().count("membership", "select count(*) from member where organisation_id = ?::uuid", id);
    }
}
