package cn.zhigong.membership;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/**
 * Lets tests move business time forward by the clock file, as {@code make clock} does. It never goes back: what other
 * tests made would lie in the future then.
 */
public class MovedClock implements QuarkusTestResourceLifecycleManager {

    private static final String FILE = "zhigong.test.clock-file";

    @Override
    public Map<String, String> start() {
        try {
            var file = Files.createTempFile("zhigong-test-clock", ".txt");
            file.toFile().deleteOnExit();
            System.setProperty(FILE, file.toString());
            return Map.of("zhigong.clock.file", file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        // The file goes with the process.
    }

    /** Returns once the platform's clock has followed. */
    public static void advance(InstantSource clock, Duration by) {
        var file = Path.of(System.getProperty(FILE));
        try {
            var text = Files.readString(file).strip();
            var offset = (text.isEmpty() ? Duration.ZERO : Duration.parse(text)).plus(by);
            var reached = clock.instant().plus(by);
            Files.writeString(file, offset.toString());
            await().atMost(10, SECONDS).until(() -> !clock.instant().isBefore(reached));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
