package cn.zhigong.systemtests.faults;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import cn.zhigong.systemtests.stack.Api;
import cn.zhigong.systemtests.stack.Person;
import cn.zhigong.systemtests.stack.Stack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Many workers who have confirmed their phones. An account at the identity provider would cost ten times as much, and
 * the provider is not what is tested here.
 */
final class Applicants {

    private static final String CHARTER = "2023-10";
    private static final int AT_ONCE = 4;

    /** Addresses that nobody else of the tests says to come from; each may ask for a few codes only. */
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    /** Ready to apply by this code. */
    record Applicant(Person person, Api api, String joinCode) {

        Map<String, Object> application() {
            return Map.of(
                    "joinCode",
                    joinCode,
                    "identity",
                    person.identity(),
                    "phone",
                    person.phone(),
                    "employmentForm",
                    "CONTRACT",
                    "charterVersion",
                    CHARTER,
                    "consents",
                    List.of(
                            Map.of("purpose", "CHARTER", "version", CHARTER, "readingSeconds", 40),
                            Map.of("purpose", "PERSONAL_INFORMATION", "version", CHARTER)));
        }
    }

    private final Stack stack;
    /** Read by the users, and replaced with a fresh token while they come. */
    private volatile Api officer;

    Applicants(Stack stack) {
        this.stack = stack;
        this.officer = stack.as("officer-pudong");
    }

    /** Whoever approves them, with a token that is good for the next minutes. */
    Api officer() {
        return officer;
    }

    List<Applicant> prepare(int count, String union) {
        officer = stack.as("officer-pudong");
        var code = officer.post(
                        "/api/membership/v1/organisations/" + union + "/join-codes",
                        Map.of(
                                "kind",
                                "POSTER",
                                "validUntil",
                                stack.now().plus(Duration.ofDays(7)).toString()))
                .expect(201)
                .text("code");
        try (var tasks = Executors.newFixedThreadPool(AT_ONCE)) {
            var prepared = java.util.stream.IntStream.range(0, count)
                    .mapToObj(_ -> tasks.submit(() -> withPhone(code)))
                    .toList();
            return prepared.stream().map(Applicants::result).toList();
        }
    }

    private static <T> T result(Future<T> task) {
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Past the gateway, whose quota of codes is for one address, as this machine is. */
    private Applicant withPhone(String code) {
        var person = stack.people().next();
        int address = ADDRESSES.incrementAndGet();
        var asker = stack.at("MEMBERSHIP")
                .with("X-Forwarded-For", "10.77.%d.%d".formatted(address >> 8 & 255, address & 255));
        var verification = asker.post(
                        "/v1/phone-verifications", Map.of("phone", person.phone(), "purpose", "JOIN_APPLICATION"))
                .expect(201)
                .id();
        var typed = await("a code for " + verification)
                .pollInterval(Duration.ofMillis(20))
                .atMost(30, SECONDS)
                .until(() -> codeSentTo(person.phone()), text -> !text.isEmpty());
        var token = asker.post("/v1/phone-verifications/" + verification + "/confirm", Map.of("code", typed))
                .expect(200)
                .text("token");
        return new Applicant(person, stack.withToken(token), code);
    }

    /** Empty as long as there is none. The launcher reads the same file, at the price of a JVM for each code. */
    private String codeSentTo(String phone) throws IOException {
        for (var number : List.of(phone, "+86" + phone)) {
            Path file = stack.folder().resolve("inbox").resolve(sha256(number) + ".txt");
            if (Files.exists(file)) {
                var lines = Files.readAllLines(file);
                return lines.isEmpty() ? "" : lines.getLast().strip();
            }
        }
        return "";
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
