package cn.zhigong.platform.testing;

import cn.zhigong.platform.api.exchange.Exchange;
import cn.zhigong.platform.api.exchange.ExchangeCheck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a test is answered is what the API document of the service promises; otherwise that test fails, with operation,
 * status and place. Every answer that passes is noted for {@link ApiCoverageContract}.
 */
public final class DocumentedAnswers {

    /** What a service serves besides its API: pages for people, its catalogue and documents, its management. */
    private static final Pattern OUTSIDE = Pattern.compile("/(j|q|problems|openapi|asyncapi)([/?].*)?");

    /** A service takes part that keeps its list; the chassis' own tests keep none and take part. */
    private static final boolean TAKES_PART = ApiCoverageContract.hasList() || !Files.isDirectory(Path.of("api"));

    private static @Nullable ExchangeCheck known;

    private DocumentedAnswers() {}

    /** Fails when the answer is not as the document has it. */
    public static void require(Exchange exchange) {
        if (TAKES_PART && !isOutside(exchange.path())) {
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
        check.routes()
                .operation(exchange.method(), exchange.path())
                .ifPresent(operation -> Exercised.note(operation.id(), exchange.status()));
    }

    private static synchronized ExchangeCheck check() {
        if (known == null) {
            known = new ExchangeCheck(ServedDocument.get());
        }
        return known;
    }
}
