package cn.zhigong.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/**
 * Which operations were answered how while this module's tests ran. It is a file, because the tests of one run have
 * several class loaders; its name is the run's, so that what another run left is not counted.
 */
final class Exercised {

    private static final Path FILE =
            Path.of("target", "api-answers", ProcessHandle.current().pid() + ".txt");
    private static final Set<String> NOTED = new HashSet<>();

    private Exercised() {}

    static synchronized void note(String operation, int status) {
        var line = operation + " " + status;
        if (NOTED.add(line)) {
            try {
                Files.createDirectories(FILE.getParent());
                Files.writeString(FILE, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Operation and status, each once. */
    static Set<String> all() {
        return Listed.in(FILE);
    }
}
