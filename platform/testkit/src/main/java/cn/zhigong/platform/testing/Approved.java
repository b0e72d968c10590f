package cn.zhigong.platform.testing;

import cn.zhigong.platform.api.ApiDocument;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.util.diff.DiffUtils;

/**
 * A committed file that says what the service promises to others. Run the test with {@value #REWRITE} to write it anew;
 * the change is then reviewed with the code.
 */
final class Approved {

    /** The switch of the build that rewrites approved files instead of comparing with them. */
    static final String REWRITE = "zhigong.contracts.rewrite";

    private static final int LINES_AROUND = 3;

    private Approved() {}

    static boolean isRewriting() {
        return Boolean.getBoolean(REWRITE);
    }

    static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What differs, in the unified form that every developer reads; empty when nothing does. */
    static String difference(String approved, String actual) {
        var before = approved.lines().toList();
        var after = actual.lines().toList();
        return String.join(
                "\n",
                DiffUtils.generateUnifiedDiff("committed", "now", before, DiffUtils.diff(before, after), LINES_AROUND));
    }

    /** An API document as it is committed. */
    static ApiDocument document(String yaml) {
        return new ApiDocument(tree(yaml));
    }

    /** A committed YAML or JSON file as a tree. */
    static JsonNode tree(String yaml) {
        try {
            return new ObjectMapper(new YAMLFactory()).readTree(yaml);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("This is not YAML", e);
        }
    }

    static String howToAccept(Path file) {
        return "Unless this is a mistake, run the test once with -D%s=true and commit %s.".formatted(REWRITE, file);
    }

    static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
