package cn.zhigong.bench;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Workers who apply with a poster's code, to one union of a stack with nobody else in it. Each worker comes once, with
 * a token that the service has never seen.
 */
final class Applications implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final TokenIssuer issuer;
    private final URI server;
    private final String joinCode;
    private final String charter;
    private final Database database;
    private int nextWorker;

    /** @param stack running, with this issuer for identity provider */
    Applications(Stack stack, TokenIssuer issuer) {
        this.issuer = issuer;
        this.server = URI.create(stack.address("MEMBERSHIP_URL"));
        var api = new Api(server, issuer.token("admin"));
        var union = new City(api).union("测试快递员", "INDUSTRY_FEDERATION");
        var now = Instant.ofEpochSecond(InstantSource.system().instant().getEpochSecond());
        var code = Map.of(
                "kind", "POSTER", "validUntil", now.plus(30, ChronoUnit.DAYS).toString());
        this.joinCode = api.post("/v1/organisations/%s/join-codes".formatted(union), code)
                .path("code")
                .asText();
        this.charter =
                api.get("/v1/join-codes/" + joinCode).path("charterVersion").asText();
        this.database = stack.database("MEMBERSHIP_DATABASE_URL");
    }

    /** The load that files applications, each of which has to be accepted. */
    Load load(int clients) {
        return new Load(server, clients, 201);
    }

    /** Of workers who have not come yet. */
    List<byte[]> requests(int count) {
        var workers = IntStream.range(nextWorker, nextWorker + count)
                .mapToObj(Worker::new)
                .toList();
        nextWorker += count;
        var tokens = issuer.tokens(workers);
        return IntStream.range(0, count)
                .mapToObj(index -> request(workers.get(index), tokens.get(index)))
                .toList();
    }

    private byte[] request(Worker worker, String token) {
        var headers = Map.of(
                "Authorization",
                "Bearer " + token,
                "Idempotency-Key",
                UUID.randomUUID().toString());
        var body = Api.json(worker.application(joinCode, charter));
        return HttpConnection.request("POST", server, "/v1/join-applications", headers, body);
    }

    /** The number from which on no worker has come. */
    int nextWorker() {
        return nextWorker;
    }

    void clear() {
        database.run("truncate join_application, join_consent");
    }

    void awaitRouted() {
        Waiting.until(
                "every application is routed",
                PATIENCE,
                Duration.ofMillis(10),
                () -> !any("SUBMITTED") && !any("VERIFIED"));
    }

    /** Fails when fewer of the applications since the last clearing are with a union. */
    void requireRouted(int count) {
        var routed = database.number("select count(*) from join_application where state = 'ROUTED'");
        if (routed != count) {
            throw new BenchException("Only %d of %d applications reached a union".formatted(routed, count));
        }
    }

    /** How many applications a transaction of the check handles on average, by the rows' transaction ids. */
    int batch() {
        return Math.max(1, (int) database.number(
                "select round(count(*)::numeric / greatest(1, count(distinct xmin::text))) from join_application"));
    }

    /** Cheap while there is work: the index of what is to be checked holds little else. */
    private boolean any(String state) {
        return database.number("select count(*) from (select from join_application where state = '%s' limit 1) s"
                        .formatted(state))
                > 0;
    }

    @Override
    public void close() {
        database.close();
    }
}
