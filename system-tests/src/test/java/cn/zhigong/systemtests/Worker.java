package cn.zhigong.systemtests;

import static org.awaitility.Awaitility.await;

import cn.zhigong.systemtests.stack.Answer;
import cn.zhigong.systemtests.stack.Api;
import cn.zhigong.systemtests.stack.Person;
import cn.zhigong.systemtests.stack.Stack;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Somebody who works in the city.
 *
 * @param api how they call the platform: with an account, or with what a confirmed phone gave them
 */
record Worker(Stack stack, Person person, Api api) {

    static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String CHARTER = "2023-10";

    /** A person nobody knows yet, with a new account. */
    static Worker withAccount(Stack stack) {
        var person = stack.people().next();
        return new Worker(stack, person, stack.as(stack.newAccount(person)));
    }

    /** A person without an account, who has confirmed their phone. */
    static Worker withPhone(Stack stack) {
        var person = stack.people().next();
        var anybody = stack.anybody();
        var verification = anybody.post(
                        "/api/membership/v1/phone-verifications",
                        Map.of("phone", person.phone(), "purpose", "JOIN_APPLICATION"))
                .expect(201)
                .id();
        var code = await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> stack.codeSentTo(person.phone()), text -> !text.isEmpty());
        var token = anybody.post(
                        "/api/membership/v1/phone-verifications/" + verification + "/confirm", Map.of("code", code))
                .expect(200)
                .text("token");
        return new Worker(stack, person, stack.withToken(token));
    }

    /** What they would send to join by this code. */
    Map<String, Object> application(String joinCode) {
        var body = new HashMap<String, Object>();
        body.put("joinCode", joinCode);
        body.put("identity", person.identity());
        body.put("phone", person.phone());
        body.put("employmentForm", "CONTRACT");
        body.put("charterVersion", CHARTER);
        body.put(
                "consents",
                List.of(
                        Map.of("purpose", "CHARTER", "version", CHARTER, "readingSeconds", 40),
                        Map.of("purpose", "PERSONAL_INFORMATION", "version", CHARTER)));
        return body;
    }

    Answer apply(String joinCode) {
        return api.post("/api/membership/v1/join-applications", application(joinCode));
    }

    /** Applies and waits until the application lies before the union. */
    String applyAndWait(String joinCode) {
        var id = apply(joinCode).expect(201).id();
        awaitApplication(id, "ROUTED");
        return id;
    }

    /** The whole way to a membership; its id. */
    String join(Union union) {
        var id = applyAndWait(union.joinCode());
        return union.approve(id).expect(200).text("memberId");
    }

    void awaitApplication(String id, String state) {
        await("application " + id + " " + state)
                .atMost(PATIENCE)
                .until(
                        () -> api.get("/api/membership/v1/join-applications/" + id)
                                .expect(200)
                                .text("state"),
                        state::equals);
    }

    Answer membership() {
        return api.get("/api/membership/v1/members/me");
    }
}
