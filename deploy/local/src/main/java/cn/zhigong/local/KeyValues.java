package cn.zhigong.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** Files of KEY=VALUE lines, which a shell can source. Readable by the owner alone, since some hold passwords. */
final class KeyValues {

    /** Ends the names of files that are being written. */
    static final String DRAFT = ".draft";

    private KeyValues() {}

    /** Empty when there is no file. */
    static SequencedMap<String, String> read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (NoSuchFileException _) {
            return new LinkedHashMap<>();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SequencedMap<String, String> parse(String text) {
        var values = new LinkedHashMap<String, String>();
        text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            int equals = line.indexOf('=');
            if (equals > 0) {
                values.put(line.substring(0, equals), line.substring(equals + 1));
            }
        });
        return values;
    }

    static String render(Map<String, ?> values) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining());
    }

    static void write(Path file, Map<String, ?> values) {
        writePrivately(file, render(values));
    }

    /** Replaces the file in one step; it never exists with wider permissions or half its content. */
    static void writePrivately(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            var draft = Files.createTempFile(
                    file.toAbsolutePath().getParent(), file.getFileName().toString(), DRAFT, ownerOnly);
            Files.writeString(draft, text);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
