package cn.zhigong.systemtests;

import static org.awaitility.Awaitility.await;

import cn.zhigong.systemtests.stack.Answer;
import cn.zhigong.systemtests.stack.Stack;
import java.util.Map;

/** The way from a rank in a contest to a certificate. */
record Promotion(Stack stack, String id) {

    /** The case that opened for a worker when the result of a contest arrived. */
    static Promotion of(Worker worker) {
        var items = await("promotion case")
                .atMost(Worker.PATIENCE)
                .until(
                        () -> worker.api()
                                .get("/api/training/v1/promotion-cases/me")
                                .expect(200)
                                .json()
                                .path("items"),
                        found -> !found.isEmpty());
        return new Promotion(worker.stack(), items.get(0).path("id").asText());
    }

    Answer look() {
        return stack.as("officer-pudong").get(path());
    }

    Answer submit() {
        return stack.as("officer-pudong").post(path() + "/submit");
    }

    Answer approve() {
        return stack.as("bureau-1").post(path() + "/approve", Map.of("approvalNumber", "沪人社鉴〔2026〕1号"));
    }

    private String path() {
        return "/api/training/v1/promotion-cases/" + id;
    }
}
