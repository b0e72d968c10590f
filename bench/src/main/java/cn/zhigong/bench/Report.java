package cn.zhigong.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;

/** What a benchmark found: printed, and written to bench/results. */
record Report(String name, List<Measure> measures) {

    private static final int DIGITS = 3;

    void write(Kit kit) {
        var root = kit.root();
        var machine = kit.machine();
        var results = root.resolve("bench/results");
        var content = new LinkedHashMap<String, Object>();
        content.put("name", name);
        content.put("commit", commit(root));
        content.put("machine", Machine.description());
        content.put("load", machine.loads());
        content.put("steal", machine.steals());
        content.put("measures", measures.stream().map(Report::rounded).toList());
        try {
            Files.createDirectories(results);
            var file = results.resolve(kit.settings().prefix() + name + ".json");
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), content);
            for (var table : kit.profiler().tables().entrySet()) {
                var profile = results.resolve("profile-%s-%s.txt".formatted(name, table.getKey()));
                Files.writeString(profile, table.getValue());
                System.out.printf("%s%n%s", root.relativize(profile), table.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        measures.forEach(measure -> System.out.println(measure.line()));
        if (!kit.settings().prefix().isEmpty()) {
            System.out.println("This was no measurement: the numbers mean nothing.");
        }
    }

    static double median(List<Double> values) {
        if (values.isEmpty()) {
            throw new BenchException("Nothing was measured");
        }
        var sorted = values.stream().sorted().toList();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    static List<Double> rounded(List<Double> values) {
        return values.stream().map(Report::rounded).toList();
    }

    static double rounded(double value) {
        return BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_UP).doubleValue();
    }

    static String text(double value) {
        return BigDecimal.valueOf(rounded(value)).stripTrailingZeros().toPlainString();
    }

    private static Measure rounded(Measure measure) {
        var ratio = measure.ratio();
        return new Measure(
                measure.name(),
                rounded(measure.value()),
                measure.unit(),
                ratio == null ? null : rounded(ratio),
                measure.against(),
                measure.runs());
    }

    private static String commit(Path root) {
        var head = Command.output(root, List.of("git", "rev-parse", "--short", "HEAD"));
        var changes = Command.output(root, List.of("git", "status", "--porcelain", "--untracked-files=no"));
        return head.isBlank() ? "unknown" : head.strip() + (changes.isBlank() ? "" : "+changes");
    }
}
