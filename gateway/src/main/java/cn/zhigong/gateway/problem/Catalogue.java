package cn.zhigong.gateway.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The gateway's own problems, from {@code problems.json}, in the form that every service publishes at
 * {@code /problems}.
 */
@Singleton
public class Catalogue {
    private final List<ProblemEntry> problems;
    private final Map<GatewayProblem, ProblemEntry> entries = new EnumMap<>(GatewayProblem.class);

    Catalogue(ObjectMapper json) {
        try (var file = Objects.requireNonNull(Catalogue.class.getResourceAsStream("/catalogue/problems.json"))) {
            problems = json.readValue(file, Document.class).problems();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (var entry : problems) {
            entries.put(GatewayProblem.valueOf(entry.code()), entry);
        }
    }

    /** All of them, in the order of the file. */
    public List<ProblemEntry> problems() {
        return problems;
    }

    ProblemEntry entry(GatewayProblem problem) {
        return Objects.requireNonNull(entries.get(problem), problem.name());
    }

    /** The form of a catalogue on the wire. */
    public record Document(List<ProblemEntry> problems) {}
}
