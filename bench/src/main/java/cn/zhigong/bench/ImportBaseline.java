package cn.zhigong.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.zhigong.bench.roster.Roster;
import cn.zhigong.bench.roster.RosterRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * The people of a roster as {@code copy} would bring them to PostgreSQL if nothing had to be read, checked, sealed or
 * told: the same columns, values of the same sizes, into tables made after membership's own with all their indexes and
 * constraints. The server reads the files itself, so not even a client is paid for.
 */
final class ImportBaseline implements AutoCloseable {

    private static final String SCHEMA = "bench_import";
    private static final double NANOS = 1e9;

    /** Tables in the order of their references, with the columns that an import fills. */
    private static final Map<String, String> TABLES = tables();

    /** Behind a sealed text's own bytes: the key's number, the nonce and the tag. */
    private static final int SEAL = 5 + 12 + 16;

    private static final int BLIND_INDEX = 16;

    /** What is sealed of a resident's document beside the number: no country, the birthday. */
    private static final int BESIDE_NUMBER = "||2000-01-01".length();

    private static final HexFormat HEX = HexFormat.of();
    private static final String TODAY = "2026-01-01";

    private final Kit kit;
    private final Path folder;
    private final long rows;

    private ImportBaseline(Kit kit, Path folder, long rows) {
        this.kit = kit;
        this.folder = folder;
        this.rows = rows;
    }

    private static Map<String, String> tables() {
        var tables = new LinkedHashMap<String, String>();
        tables.put("person", "id, identity_type, identity, identity_index, name, phone, phone_index, created_at");
        tables.put("person_identity", "identity_index, person_id");
        tables.put(
                "member",
                "id, person_id, number, organisation_id, state, joined_on, current_org_since, employment_form,"
                        + " worker_group, channel, version");
        return tables;
    }

    /** Makes the tables and the files. */
    static ImportBaseline provide(Kit kit, Roster roster) {
        try (var database = kit.stack().asSuperuser("MEMBERSHIP_DATABASE_URL")) {
            database.run("create schema " + SCHEMA);
            for (var table : TABLES.keySet()) {
                database.run("create table %1$s.%2$s (like public.%2$s including all)".formatted(SCHEMA, table));
            }
            // What "like" leaves out; each is told with the name of the table it refers to, whichever that is here.
            var references = database.list("""
                    select conrelid::regclass::text || ' add ' || pg_get_constraintdef(oid) from pg_constraint
                    where contype = 'f' and connamespace = 'public'::regnamespace
                        and conrelid::regclass::text in ('person', 'person_identity', 'member')""", row -> row.getString(1));
            database.run("set search_path = " + SCHEMA);
            references.forEach(reference -> database.run("alter table " + reference));
        }
        var baseline = new ImportBaseline(kit, Kit.openFolder(), roster.rows());
        try {
            baseline.write(roster);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return baseline;
    }

    private void write(Roster roster) throws IOException {
        // Values only need their size, and to be different.
        var random = new Random(1);
        try (var person = Files.newBufferedWriter(file("person"), UTF_8);
                var identity = Files.newBufferedWriter(file("person_identity"), UTF_8);
                var member = Files.newBufferedWriter(file("member"), UTF_8)) {
            var union = UUID.randomUUID();
            var number = 0;
            for (Iterator<RosterRow> people = roster.stream().iterator(); people.hasNext(); ) {
                var row = people.next();
                var id = id(number++, random);
                var index = bytes(BLIND_INDEX, random);
                person.write(line(
                        id,
                        "RESIDENT_ID",
                        sealed(row.identityNumber().length() + BESIDE_NUMBER, random),
                        index,
                        sealed(row.name().getBytes(UTF_8).length, random),
                        sealed(row.phone().length(), random),
                        bytes(BLIND_INDEX, random),
                        TODAY + "T00:00:00.123456Z"));
                identity.write(line(index, id));
                member.write(line(
                        id(number, random),
                        id,
                        "M%010d".formatted(number),
                        union.toString(),
                        row.retired() ? "RETAINED" : "ACTIVE",
                        row.joinedOn().toString(),
                        TODAY,
                        row.form().name(),
                        row.group() == null ? "\\N" : row.group().name(),
                        "IMPORT",
                        "0"));
            }
        }
    }

    private static String line(String... values) {
        return String.join("\t", values) + "\n";
    }

    private static String sealed(int plain, Random random) {
        return bytes(plain + SEAL, random);
    }

    private static String bytes(int size, Random random) {
        var bytes = new byte[size];
        random.nextBytes(bytes);
        return "\\\\x" + HEX.formatHex(bytes);
    }

    /** In the order of time, as the platform's are: version 7. */
    private static String id(int number, Random random) {
        var time = 1_767_225_600_000L + number / 20;
        var high = time << 16 | 0x7000 | number % 20 << 4;
        return new UUID(high, random.nextLong() >>> 2 | Long.MIN_VALUE).toString();
    }

    private Path file(String table) {
        return folder.resolve(table);
    }

    Leg leg() {
        try (var database = kit.stack().asSuperuser("MEMBERSHIP_DATABASE_URL")) {
            database.run("set search_path = " + SCHEMA);
            database.run("truncate " + String.join(", ", TABLES.keySet()));
            kit.stack().checkpoint();
            return Leg.of(kit.stack().processes(Stack.POSTGRES), () -> {
                var begin = System.nanoTime();
                TABLES.forEach((table, columns) ->
                        database.run("copy %s (%s) from '%s'".formatted(table, columns, file(table))));
                return new Leg.Work(rows, (System.nanoTime() - begin) / NANOS);
            });
        }
    }

    @Override
    public void close() {
        try {
            for (var table : TABLES.keySet()) {
                Files.deleteIfExists(file(table));
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
