package cn.zhigong.bench;

import cn.zhigong.bench.roster.Dirt;
import cn.zhigong.bench.roster.Roster;
import cn.zhigong.bench.roster.RosterFormat;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * Rosters that officers of one union import, each of people whom nobody knows yet. Each is uploaded by another officer,
 * for one may upload only so many an hour, and confirmed by one and the same.
 */
final class Imports implements AutoCloseable {

    private static final long SEED = 11;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final double NANOS = 1e9;
    private static final String PATH = "/v1/imports";

    private final TokenIssuer issuer;
    private final URI server;
    private final Api admin;
    private final String union;
    private final Api reviewer;
    private final Database database;
    private int officers;
    private long people;

    /** A roster, ready to be sent. */
    // Made and sent; nobody compares them.
    @SuppressWarnings("ArrayRecordComponent")
    record Ready(Api officer, byte[] request) {}

    /**
     * Seconds of each phase.
     *
     * @param upload until the answer that the file is kept
     * @param dryRun until each row is read and compared
     * @param apply confirmation and all until the rows are members
     */
    record Took(double upload, double dryRun, double apply) {

        double whole() {
            return upload + dryRun + apply;
        }
    }

    /** @param stack running, with this issuer for identity provider */
    Imports(Stack stack, TokenIssuer issuer) {
        this.issuer = issuer;
        this.server = URI.create(stack.address("MEMBERSHIP_URL"));
        this.admin = new Api(server, issuer.token("admin"));
        this.union = new City(admin).union("测试名册", "JOINT_BASIC");
        this.reviewer = officer("officer-bench-review", "REVIEWER");
        this.database = stack.database("MEMBERSHIP_DATABASE_URL");
    }

    private Api officer(String account, String role) {
        var _ = admin.post("/v1/organisations/%s/officers".formatted(union), Map.of("account", account, "role", role));
        return new Api(server, issuer.token(account));
    }

    /** As many invented people as wanted; the numbers from first on have never been given. */
    static Roster roster(long first, int rows) {
        return new Roster(SEED, first, rows, Dirt.NONE);
    }

    /** Makes the next people's roster. */
    Ready prepare(RosterFormat format, int rows) {
        var officer = officer("officer-bench-" + officers++, "OFFICER");
        var file = new ByteArrayOutputStream();
        try {
            format.write(roster(people, rows), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        people += rows;
        var form = new Multipart()
                .text("organisationId", union)
                .file("file", "roster." + format.extension(), format.mediaType(), file.toByteArray());
        return new Ready(officer, officer.upload(PATH, form));
    }

    /** From the first byte of the file to the last row in the register. */
    Took carryOut(Ready ready) {
        var begin = System.nanoTime();
        var id = ready.officer.send("The upload", ready.request).path("id").asText();
        var uploaded = System.nanoTime();
        var signature = await(ready.officer, id, "VALIDATED").path("signature").asText();
        var validated = System.nanoTime();
        var _ = reviewer.post("%s/%s/confirm".formatted(PATH, id), Map.of("signature", signature));
        var _ = ready.officer.post("%s/%s/apply".formatted(PATH, id), Map.of());
        var _ = await(ready.officer, id, "APPLIED");
        var applied = System.nanoTime();
        return new Took((uploaded - begin) / NANOS, (validated - uploaded) / NANOS, (applied - validated) / NANOS);
    }

    private JsonNode await(Api officer, String id, String state) {
        var found = new JsonNode[1];
        Waiting.until("the import is " + state, PATIENCE, POLL, () -> {
            found[0] = officer.get(PATH + "/" + id);
            var now = found[0].path("state").asText();
            if (now.equals("REFUSED") || now.equals("PARTIALLY_APPLIED")) {
                throw new BenchException("The import is %s".formatted(found[0]));
            }
            return now.equals(state);
        });
        return found[0];
    }

    /** Fails when not every row became a member. */
    void requireMembers(long count) {
        var members = database.number("select count(*) from member");
        if (members != count) {
            throw new BenchException("Only %d of %d rows are members".formatted(members, count));
        }
    }

    /** Empties the register of people and imports. */
    void clear() {
        database.run("truncate roster_import, member, person, person_identity cascade");
    }

    /** What the imports told is with Kafka. */
    void awaitTold() {
        Waiting.until(
                "the outbox is empty",
                PATIENCE,
                Duration.ofMillis(200),
                () -> database.number("select count(*) from (select from outbox limit 1) o") == 0);
    }

    @Override
    public void close() {
        database.close();
    }
}
