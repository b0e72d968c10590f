package cn.zhigong.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which statements PostgreSQL is sent while something happens, taken from its log. */
record StatementLog(Stack stack) {

    private static final Duration QUIET = Duration.ofSeconds(4);
    private static final String MARK = "/* bench */";

    /** {@code 2026-11-21 04:00:00.000 UTC [123] membership LOG: execute S_3: select ...}, lines below are indented. */
    private static final Pattern LINE =
            Pattern.compile("^\\S+ \\S+ \\S+ \\[(\\d+)] (\\S*) LOG: {2}(?:execute [^:]*|statement): (.*)$");

    private static final Pattern ANY = Pattern.compile("^\\S+ \\S+ \\S+ \\[\\d+] .*$");

    /** The statements sent to one database during an action, without those that are sent while nothing happens. */
    List<String> during(String database, Runnable action) {
        var start = log().length();
        switchTo("all");
        Waiting.pause(QUIET);
        var idle = new HashSet<>(statements(database, log().substring(start)));
        var middle = log().length();
        action.run();
        Waiting.pause(Duration.ofSeconds(2));
        switchTo("none");
        return statements(database, log().substring(middle)).stream()
                .filter(statement -> !idle.contains(statement) && !isBackground(statement))
                .toList();
    }

    /** The relay, gauges, jobs and caches work at moments of their own; the first is this benchmark's question. */
    private static boolean isBackground(String statement) {
        return Stream.of(
                        "select count(*) from (select",
                        "delete from outbox",
                        "select (select count(*) from outbox)",
                        "update job",
                        "SELECT coalesce(string_agg(revision")
                .anyMatch(statement::startsWith);
    }

    private void switchTo(String what) {
        try (var cluster = Database.at(stack.address("DATABASE_URL"))) {
            cluster.run(MARK + "alter system set log_statement = '%s'".formatted(what));
            cluster.run(MARK + "select pg_reload_conf()");
        }
        Waiting.pause(Duration.ofSeconds(1));
    }

    static List<String> statements(String database, String log) {
        var statements = new ArrayList<String>();
        StringBuilder current = null;
        for (var line : log.lines().toList()) {
            var found = LINE.matcher(line);
            var wanted = found.matches() && found.group(2).equals(database);
            if (current != null && ANY.matcher(line).matches()) {
                statements.add(normal(current));
                current = null;
            }
            if (wanted) {
                current = new StringBuilder(found.group(3));
            } else if (current != null) {
                current.append(' ').append(line);
            }
        }
        if (current != null) {
            statements.add(normal(current));
        }
        return statements;
    }

    private static String normal(CharSequence statement) {
        return statement.toString().replaceAll("\\s+", " ").strip();
    }

    private String log() {
        try {
            return Files.readString(stack.log(Stack.POSTGRES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
