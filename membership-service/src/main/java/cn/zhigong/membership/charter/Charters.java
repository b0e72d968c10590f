package cn.zhigong.membership.charter;

import cn.zhigong.platform.problem.Language;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The versions of the charter (工会章程) that applicants agree to. */
@Singleton
public class Charters {

    /** The version that new applicants are shown: the charter as the 18th national congress amended it. */
    public static final String CURRENT = "2023-10";

    /** A version in both languages. */
    record Charter(String version, Words zh, Words en) {}

    /** What an applicant reads: what members may do, what they owe, and what becomes of their data. */
    public record Words(String title, List<String> points, String privacy) {}

    private final Charter current = read(CURRENT);

    /** Whether an application may name this version. */
    public boolean knows(String version) {
        return CURRENT.equals(version);
    }

    /** The current version for a reader. */
    public Words current(Language language) {
        return switch (language) {
            case ZH -> current.zh();
            case EN -> current.en();
        };
    }

    private static Charter read(String version) {
        var file = "/charters/" + version + ".yaml";
        try (var in = Charters.class.getResourceAsStream(file)) {
            return new ObjectMapper(new YAMLFactory()).readValue(Objects.requireNonNull(in, file), Charter.class);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
