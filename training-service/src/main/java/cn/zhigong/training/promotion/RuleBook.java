package cn.zhigong.training.promotion;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.zhigong.training.skill.SkillLevel;
import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rules in force, read once from {@code promotion-rules.csv} or the file that operations put in its place. */
@Singleton
@Startup
class RuleBook {

    private static final int COLUMNS = 11;

    private final List<PromotionRule> rules;

    @Inject
    RuleBook(PromotionConfig config) {
        this(read(config));
    }

    RuleBook(String csv) {
        rules = csv.lines()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(RuleBook::rule)
                .toList();
        var overlaps = PromotionRules.overlaps(rules);
        if (!overlaps.isEmpty()) {
            throw new IllegalStateException("Promotion rules contradict each other: " + overlaps);
        }
    }

    List<PromotionRule> rules() {
        return rules;
    }

    static String shipped() {
        try (var file = Objects.requireNonNull(RuleBook.class.getResourceAsStream("/promotion-rules.csv"))) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(PromotionConfig config) {
        return config.rules()
                .map(file -> {
                    try {
                        return Files.readString(file);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .orElseGet(RuleBook::shipped);
    }

    private static PromotionRule rule(String line) {
        var columns = line.split(",", COLUMNS);
        return new PromotionRule(
                columns[0],
                columns[1],
                number(columns[2]),
                number(columns[3]),
                number(columns[4]),
                SkillLevel.valueOf(columns[5]),
                columns[6].isEmpty() ? null : SkillLevel.valueOf(columns[6]),
                Integer.parseInt(columns[7]),
                LocalDate.parse(columns[8]),
                columns[9].isEmpty() ? null : LocalDate.parse(columns[9]),
                columns[10]);
    }

    private static @Nullable Integer number(String text) {
        return text.isEmpty() ? null : Integer.valueOf(text);
    }
}
