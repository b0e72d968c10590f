package cn.zhigong.platform.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The administrative divisions that ship with the platform: Shanghai, with the codes that were abolished but still
 * stand in people's numbers.
 */
public final class Divisions {
    private static final String FILE = "/reference/divisions.csv";
    private static final Divisions SHIPPED = read();

    private final Map<String, Division> byCode;

    private Divisions(Map<String, Division> byCode) {
        this.byCode = byCode;
    }

    public static Divisions shipped() {
        return SHIPPED;
    }

    public Optional<Division> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The division that holds the territory of a code today: itself, or what it was merged into. */
    public Optional<Division> today(String code) {
        return find(code).flatMap(division -> find(Objects.requireNonNullElse(division.successor(), code)));
    }

    /** Those that exist, by code; the municipality itself included. */
    public List<Division> current() {
        return byCode.values().stream().filter(Division::isCurrent).toList();
    }

    public List<Division> abolished() {
        return byCode.values().stream()
                .filter(division -> !division.isCurrent())
                .toList();
    }

    private static Divisions read() {
        try (var file = Objects.requireNonNull(Divisions.class.getResourceAsStream(FILE), FILE)) {
            var byCode = new LinkedHashMap<String, Division>();
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(Divisions::division)
                    .forEach(division -> byCode.put(division.code(), division));
            return new Divisions(Collections.unmodifiableMap(byCode));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Division division(String line) {
        var fields = line.split(",", -1);
        @Nullable String successor = fields[2].isEmpty() ? null : fields[2];
        return new Division(fields[0], fields[1], successor);
    }
}
