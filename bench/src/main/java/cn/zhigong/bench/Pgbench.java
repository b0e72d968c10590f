package cn.zhigong.bench;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * PostgreSQL's own load generator: what the database alone can do.
 *
 * @param database postgres:// URL
 * @param schema where its scripts find their tables
 */
record Pgbench(Path folder, String database, String schema, int clients) {

    private static final Pattern RATE = Pattern.compile("^tps = ([0-9.]+) ", Pattern.MULTILINE);

    /** A script, and how often it is chosen in relation to the others. */
    record Script(Path file, int weight) {}

    /** Transactions of all scripts together. */
    Leg.Work run(int seconds, Map<String, Object> variables, List<Script> scripts) {
        var uri = URI.create(database);
        var user = uri.getUserInfo().split(":", 2);
        var command = new ArrayList<>(List.of("pgbench", "--no-vacuum", "--protocol=prepared", "--jobs=2"));
        command.addAll(List.of("--client=" + clients, "--time=" + seconds));
        command.addAll(List.of("--host=" + uri.getHost(), "--port=" + uri.getPort(), "--username=" + user[0]));
        variables.forEach((name, value) -> command.add("--define=" + name + "=" + value));
        scripts.forEach(script -> command.add("--file=%s@%d".formatted(script.file, script.weight)));
        command.add(uri.getPath().substring(1));
        var environment = Map.of("PGPASSWORD", user[1], "PGOPTIONS", "-c search_path=" + schema);
        var rate = rate(Command.run(folder, environment, command));
        return new Leg.Work(rate * seconds, seconds);
    }

    static double rate(String output) {
        var found = RATE.matcher(output);
        if (!found.find() || output.contains("aborted")) {
            throw new BenchException("pgbench did not do its work:\n" + output);
        }
        return Double.parseDouble(found.group(1));
    }
}
