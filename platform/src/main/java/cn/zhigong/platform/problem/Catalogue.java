package cn.zhigong.platform.problem;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words for every problem and violation this service can answer with, read from {@code problems.yaml} and
 * {@code violations.yaml} of the service and the chassis' own {@code -common} ones.
 */
@Singleton
public class Catalogue {

    /** A text in both languages; {@code {name}} stands for a fact of the occurrence. */
    public record Text(String zh, String en) {

        String in(Language language) {
            return language == Language.EN ? en : zh;
        }
    }

    /**
     * One kind of problem.
     *
     * @param detail what happened this time
     * @param meaning what the problem means, for its page
     * @param remedy what the caller can do, for its page
     * @param retryable whether the same request can succeed later
     */
    public record Entry(
            int status,
            Text title,
            @Nullable Text detail,
            Text meaning,
            Text remedy,
            @Nullable Boolean retryable) {}

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private final Map<String, Entry> problems = new LinkedHashMap<>();
    private final Map<String, Text> violations = new LinkedHashMap<>();

    Catalogue() {
        read("problems-common.yaml", new TypeReference<Map<String, Entry>>() {}, problems);
        read("problems.yaml", new TypeReference<Map<String, Entry>>() {}, problems);
        read("violations-common.yaml", new TypeReference<Map<String, Text>>() {}, violations);
        read("violations.yaml", new TypeReference<Map<String, Text>>() {}, violations);
    }

    private static <T> void read(String resource, TypeReference<Map<String, T>> type, Map<String, T> into) {
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            if (in != null) {
                into.putAll(new ObjectMapper(new YAMLFactory()).readValue(in, type));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    /** Every problem by its code. */
    public Map<String, Entry> problems() {
        return problems;
    }

    /** The words of every violation by its code. */
    public Map<String, Text> violations() {
        return violations;
    }

    /** Whether there are words for this violation code. */
    public boolean explains(String violation) {
        return violations.containsKey(violation);
    }

    /** What a problem is called. */
    public String title(ProblemType type, Language language) {
        var entry = problems.get(type.name());
        return entry == null ? type.name() : entry.title().in(language);
    }

    /** What happened this time, where the catalogue says more than the title. */
    public @Nullable String detail(Problem problem, Language language) {
        var entry = problems.get(problem.type().name());
        if (entry == null || entry.detail() == null) {
            return null;
        }
        return filled(entry.detail().in(language), problem.members());
    }

    /** What is wrong with a field. */
    public String message(Violation violation, Language language) {
        var text = violations.get(violation.code());
        return text == null ? violation.code() : text.in(language);
    }

    /** The page address of a code, such as {@code /problems/join-code-expired}. */
    static String slug(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Nothing when a fact is missing: the title alone says more than a sentence with a hole. */
    private static @Nullable String filled(String text, Map<String, Object> facts) {
        var place = PLACE.matcher(text);
        if (!place.results().allMatch(one -> facts.containsKey(one.group(1)))) {
            return null;
        }
        return place.reset().replaceAll(one -> Matcher.quoteReplacement(shown(facts.get(one.group(1)))));
    }

    private static String shown(@Nullable Object value) {
        return value instanceof List<?> list
                ? String.join(", ", list.stream().map(String::valueOf).toList())
                : String.valueOf(value);
    }
}
