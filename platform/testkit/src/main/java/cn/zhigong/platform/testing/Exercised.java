package cn.zhigong.platform.testing;

import cn.zhigong.platform.api.ApiDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which operations were answered how while this module's tests ran. It is a file, because the tests of one run have
 * several class loaders; its name is the run's, so that what another run left is not counted. In a container every run
 * may have the same process id.
 */
final class Exercised {

    private static final Path FOLDER = Path.of("target", "api-answers");
    private static final String RUN =
            run(ProcessHandle.current().pid(), ProcessHandle.current().info().startInstant());
    private static final Path FILE = FOLDER.resolve(RUN + ".txt");
    private static final Path SERVED = FOLDER.resolve(RUN + ".json");
    private static final Set<String> NOTED = new HashSet<>();

    private Exercised() {}

    /** The name of a process, of which the machine may not know when it began. */
    static String run(long process, Optional<Instant> began) {
        return process + began.map(at -> "-" + at.toEpochMilli()).orElse("");
    }

    static void note(String operation, int status) {
        note(operation, Integer.toString(status));
    }

    /** Notes something else that an operation did. */
    static synchronized void note(String operation, String what) {
        var line = operation + " " + what;
        if (NOTED.add(line)) {
            try {
                Files.createDirectories(FILE.getParent());
                Files.writeString(FILE, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Keeps what was served, for when nothing is committed. */
    static void keep(ApiDocument served) {
        Approved.write(SERVED, served.root().toString());
    }

    /** The document of this run. */
    static ApiDocument document() {
        return ApiDocument.of(Approved.read(SERVED));
    }

    /** Operation and status, or what else was noted of it, each once. */
    static Set<String> all() {
        return Listed.in(FILE);
    }
}
