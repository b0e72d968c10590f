package cn.zhigong.bench.roster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The lists beside this package: words between spaces, comments behind #. */
final class WordLists {

    private WordLists() {}

    static List<List<String>> read(String file) {
        try (var stream = Objects.requireNonNull(WordLists.class.getResourceAsStream(file), file)) {
            return new String(stream.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split(" ", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
