package cn.zhigong.systemtests.stack;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import cn.zhigong.platform.api.ApiDocument;
import cn.zhigong.platform.api.exchange.Exchange;
import cn.zhigong.platform.api.exchange.ExchangeCheck;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What the gateway promises with its one document: every answer of its API is compared with it. */
final class Promises {

    private static final String API = "/api/";

    /** A token that is none, which the gateway refuses at operations of anybody too. */
    private static final Set<Integer> OF_THE_GATEWAY = Set.of(401);

    private static final int COMPLETE_WITHIN_SECONDS = 60;

    /** By address: read once, for the document does not change while a stack is up. */
    private static final Map<String, ExchangeCheck> CHECKS = new ConcurrentHashMap<>();

    private Promises() {}

    /** Fails when an answer of the API is not what the document says; services by themselves have other paths. */
    static void require(Api caller, String method, String path, Answer answer) {
        if (!path.startsWith(API)) {
            return;
        }
        var check = CHECKS.computeIfAbsent(caller.base(), base -> check(caller));
        var findings = check.findings(exchange(method, path, answer));
        if (!findings.isEmpty()) {
            throw new AssertionError("%s is not answered as the API document promises:\n%s\n%s"
                    .formatted(answer.question(), String.join("\n", findings), answer.body()));
        }
    }

    private static Exchange exchange(String method, String path, Answer answer) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        answer.response().headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
        return new Exchange(method, path.replaceFirst("\\?.*", ""), answer.status(), headers, answer.body());
    }

    /** A document that lacks a service, which was not ready when it was made, promises nothing of it. */
    private static ExchangeCheck check(Api caller) {
        var nobody = new Api(caller.base(), Map.of(), caller.problemsSeen());
        var document = await("the whole API document")
                .atMost(COMPLETE_WITHIN_SECONDS, SECONDS)
                .ignoreExceptions()
                .until(
                        () -> ApiDocument.of(nobody.get("/openapi.json").body()),
                        it -> it.root().has("openapi")
                                && it.root().at("/info/x-unavailable").isMissingNode());
        return new ExchangeCheck(Objects.requireNonNull(document), OF_THE_GATEWAY);
    }
}
