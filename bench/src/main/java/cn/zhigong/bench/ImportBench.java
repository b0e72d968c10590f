package cn.zhigong.bench;

import cn.zhigong.bench.roster.RosterFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Rows a second from a file of new people to members of a union, through membership's HTTP interface: uploaded, read,
 * checked, compared, confirmed by a second officer and applied, divided by what {@code copy} reaches with the same
 * columns and indexes.
 */
final class ImportBench implements Benchmark {

    private static final String AGAINST =
            "copy of the same columns into the same indexed tables, one connection; goal 0.35";

    /** A reader of events is done with a hundred thousand after a minute. */
    private static final Duration READERS = Duration.ofMinutes(2);

    private final Kit kit;
    private final int rows;
    private final Map<RosterFormat, List<Imports.Took>> took = new EnumMap<>(RosterFormat.class);

    ImportBench(Kit kit) {
        this.kit = kit;
        this.rows = kit.settings().number("ROWS", 100_000, 2_000);
    }

    @Override
    public List<Measure> run() {
        kit.stack().clean();
        try (var issuer = new TokenIssuer()) {
            kit.stack().up(Map.of("ISSUER_URL", issuer.url()));
            try (var imports = new Imports(kit.stack(), issuer);
                    var baseline = ImportBaseline.provide(kit, Imports.roster(0, rows))) {
                warmUp(imports);
                var workbook = compare(baseline, imports, RosterFormat.XLSX);
                var text = compare(baseline, imports, RosterFormat.CSV);
                kit.stack().clean();
                return measures(workbook, text);
            }
        }
    }

    private void warmUp(Imports imports) {
        var formats = new ArrayList<>(List.of(RosterFormat.XLSX, RosterFormat.CSV));
        kit.warmUp(kit.settings().number("WARM_UP", 4 * rows, rows), () -> {
            formats.add(formats.removeFirst());
            return ours(imports, formats.getLast());
        });
        took.clear();
    }

    private Comparison compare(ImportBaseline baseline, Imports imports, RosterFormat format) {
        var own = kit.stack().processes(Stack.MEMBERSHIP, Stack.POSTGRES);
        return kit.compare(own, baseline::leg, () -> ours(imports, format));
    }

    /** Each leg begins with an empty register, as the baseline's do, and ends when the events of it are read. */
    private Leg ours(Imports imports, RosterFormat format) {
        var ready = imports.prepare(format, rows);
        imports.clear();
        kit.stack().checkpoint();
        var leg = Leg.of(kit.stack().running(), () -> {
            var phases = imports.carryOut(ready);
            took.computeIfAbsent(format, _ -> new ArrayList<>()).add(phases);
            System.err.printf(
                    "%s: upload %.2f s, dry run %.2f s, apply %.2f s%n",
                    format, phases.upload(), phases.dryRun(), phases.apply());
            return new Leg.Work(rows, phases.whole());
        });
        imports.requireMembers(rows);
        imports.awaitTold();
        ProcessCost.awaitCalm(
                READERS, kit.stack().processes(Stack.POSTGRES, Stack.KAFKA).values());
        return leg;
    }

    private List<Measure> measures(Comparison workbook, Comparison text) {
        var measures = new ArrayList<Measure>();
        measures.add(workbook.rate("rows", "rows/s", "XLSX; " + AGAINST));
        measures.add(text.rate("rows-csv", "rows/s", AGAINST));
        measures.add(workbook.baseline("baseline", "rows/s", "copy"));
        for (var format : List.of(RosterFormat.XLSX, RosterFormat.CSV)) {
            measures.add(phase("upload", format, Imports.Took::upload));
            measures.add(phase("dry-run", format, Imports.Took::dryRun));
            measures.add(phase("apply", format, Imports.Took::apply));
        }
        measures.add(workbook.cpu("cpu-service", Stack.MEMBERSHIP, "us/row", "XLSX"));
        measures.add(text.cpu("cpu-service-csv", Stack.MEMBERSHIP, "us/row", null));
        measures.add(workbook.comparedCpu("cpu-postgres", Stack.POSTGRES, "us/row", "copy"));
        measures.add(others(workbook));
        return measures;
    }

    private Measure phase(String name, RosterFormat format, ToDoubleFunction<Imports.Took> seconds) {
        var values = took.getOrDefault(format, List.of()).stream()
                .mapToDouble(seconds)
                .boxed()
                .toList();
        return Measure.of(
                "%s-%s".formatted(name, format.name().toLowerCase(Locale.ROOT)),
                "s",
                values,
                "%d rows".formatted(rows));
    }

    /** What an import does not need and takes processor time all the same. */
    private static Measure others(Comparison comparison) {
        var ours = Set.of(Stack.MEMBERSHIP, Stack.POSTGRES);
        var values = comparison.ours().stream()
                .map(leg -> leg.cpu().entrySet().stream()
                        .filter(process -> !ours.contains(process.getKey()))
                        .mapToDouble(Map.Entry::getValue)
                        .sum())
                .toList();
        return Measure.of("cpu-others", "us/row", values, "Kafka and the readers of its events, meanwhile");
    }
}
