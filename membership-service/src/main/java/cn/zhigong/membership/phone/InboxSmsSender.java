package cn.zhigong.membership.phone;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cn.zhigong.platform.privacy.Digests;
import cn.zhigong.platform.readiness.UnsafeSettings;
import cn.zhigong.platform.reference.MobilePhone;
import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Delivers to a folder instead of to phones ({@code zhigong.inbox.dir}, ZHIGONG_INBOX_DIR): a file per phone, named by
 * the SHA-256 of its number, the newest code on the last line. Without a folder it remembers the newest code of each
 * phone. Production refuses to start with it.
 */
@DefaultBean
@Singleton
public class InboxSmsSender implements SmsSender, UnsafeSettings {

    private final Optional<Path> folder;
    private final Map<String, String> newest = new ConcurrentHashMap<>();

    InboxSmsSender(@ConfigProperty(name = "zhigong.inbox.dir") Optional<Path> folder) {
        this.folder = folder;
    }

    @Override
    public void sendCode(MobilePhone phone, String code) {
        var name = name(phone);
        if (folder.isEmpty()) {
            newest.put(name, code);
            return;
        }
        try {
            Files.createDirectories(folder.get());
            Files.writeString(
                    folder.get().resolve(name + ".txt"),
                    code + System.lineSeparator(),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The newest code that was sent to a phone. */
    public Optional<String> newestCode(MobilePhone phone) {
        var name = name(phone);
        if (folder.isEmpty()) {
            return Optional.ofNullable(newest.get(name));
        }
        var file = folder.get().resolve(name + ".txt");
        try {
            return Files.exists(file) ? Optional.of(Files.readAllLines(file).getLast()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> found() {
        return List.of("Text messages go to a local inbox: no provider of text messages is installed");
    }

    private static String name(MobilePhone phone) {
        return Digests.hex(phone.value().getBytes(US_ASCII));
    }
}
