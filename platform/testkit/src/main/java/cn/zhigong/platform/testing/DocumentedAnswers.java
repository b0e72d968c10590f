package cn.zhigong.platform.testing;

import cn.zhigong.platform.api.exchange.Exchange;
import cn.zhigong.platform.api.exchange.ExchangeCheck;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a test is answered is what the API document of the service promises; otherwise that test fails, with operation,
 * status and place. Every answer that passes is noted for {@link ApiCoverageContract}, every write for
 * {@link EveryWrite}.
 */
public final class DocumentedAnswers {

    /** What a service serves besides its API: pages for people, its catalogue and documents, its management. */
    private static final Pattern OUTSIDE = Pattern.compile("/(j|q|problems|openapi|asyncapi)([/?].*)?");

    private static @Nullable ExchangeCheck known;

    private DocumentedAnswers() {}

    /**
     * Fails when the answer is not as the document has it; otherwise it counts.
     *
     * @param key whose request it was and its idempotency key, when it had one
     */
    public static void require(Exchange exchange, Optional<String> key) {
        compare(exchange);
        if (!isOutside(exchange.path())) {
            check().routes().operation(exchange.method(), exchange.path()).ifPresent(operation -> {
                Exercised.note(operation.id(), exchange.status());
                Writes.note(operation, exchange, key);
            });
        }
    }

    /** The same for an answer that does not count: what every operation says alike proves nothing of this one's. */
    public static void compare(Exchange exchange) {
        if (!isOutside(exchange.path())) {
            require(check(), exchange);
        }
    }

    static boolean isOutside(String path) {
        return OUTSIDE.matcher(path).matches();
    }

    static void require(ExchangeCheck check, Exchange exchange) {
        var findings = check.findings(exchange);
        if (!findings.isEmpty()) {
            throw new AssertionError("The answer to %s %s is not what the API document promises:\n%s\n%s"
                    .formatted(exchange.method(), exchange.path(), String.join("\n", findings), exchange.body()));
        }
    }

    private static synchronized ExchangeCheck check() {
        if (known == null) {
            var served = ServedDocument.get();
            if (!ApiCoverageContract.hasDocument()) {
                Exercised.keep(served);
            }
            known = new ExchangeCheck(served);
        }
        return known;
    }
}
