package cn.zhigong.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What another service of this repository has promised to say. A consumer's test puts it on the topic, so that it fails
 * when the producer's promise changes and the consumer no longer understands it.
 */
public final class ApprovedEvent {

    private ApprovedEvent() {}

    /**
     * The approved body of an event.
     *
     * @param producer the module's folder, such as {@code membership-service}
     * @param name such as {@code member-joined.v1}
     */
    public static String of(String producer, String name) {
        try {
            return Files.readString(Path.of("..", producer, "events", name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
