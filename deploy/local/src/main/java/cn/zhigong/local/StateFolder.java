package cn.zhigong.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Everything one stack keeps: data, logs, process numbers, ports, secrets. Two stacks have two folders. */
record StateFolder(Path path) {

    /** Proves that the launcher made this folder, so that clean cannot be pointed at somebody's home. */
    private static final String MARK = "zhigong-state";

    private static final String LOCK = "lock";

    /** Server distributions, the servers of running tests, the stack of a benchmark. */
    private static final Set<String> OTHERS = Set.of("cache", "test", "bench");

    StateFolder {
        path = path.toAbsolutePath().normalize();
    }

    void create() {
        try {
            Files.createDirectories(path);
            if (!isOurs()) {
                if (!holdsOnlyLaunchersOwn()) {
                    throw new LocalStackException("%s is not empty and no state folder".formatted(path));
                }
                // Data, logs and secrets are nobody else's business.
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
                Files.writeString(
                        path.resolve(MARK), "The state of a local Zhigong stack; see deploy/local/README.md\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean holdsOnlyLaunchersOwn() throws IOException {
        try (var content = Files.list(path)) {
            return content.allMatch(StateFolder::isLaunchersOwn);
        }
    }

    /** with-infra may have been here first, or a clean. */
    private static boolean isLaunchersOwn(Path file) {
        var name = file.getFileName().toString();
        return Files.isDirectory(file) ? OTHERS.contains(name) : name.equals(LOCK);
    }

    /** Makes the files that services expect to find. */
    void furnish() {
        Secrets.createKeys(keys());
        new BusinessClock(clock()).createWhenMissing();
        try {
            Files.createDirectories(inbox());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isOurs() {
        return Files.isRegularFile(path.resolve(MARK));
    }

    Path data(String part) {
        return path.resolve("data").resolve(part);
    }

    Path log(String part) {
        return path.resolve("logs").resolve(part + ".log");
    }

    PidFiles pids() {
        return new PidFiles(path.resolve("pids"));
    }

    Path environment() {
        return path.resolve("env");
    }

    Path ports() {
        return path.resolve("ports");
    }

    Path replacements() {
        return path.resolve("replacements");
    }

    Path links() {
        return path.resolve("links");
    }

    Path secrets() {
        return path.resolve("secrets");
    }

    Path keys() {
        return path.resolve("keys.json");
    }

    Path clock() {
        return path.resolve("clock");
    }

    Path inbox() {
        return path.resolve("inbox");
    }

    /** Held while a command changes the stack; the system releases it when the launcher ends, however it ends. */
    FileChannel lock() {
        try {
            var channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel)) {
                return channel;
            }
            channel.close();
            throw new LocalStackException("Another command is changing the stack in %s right now".formatted(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    /**
     * Deletes the stack's own files; what is not of this stack alone stays, and the lock, which a second file of its
     * name would undo.
     */
    void delete(Path cache) {
        if (!Files.exists(path)) {
            return;
        }
        try (var content = Files.list(path)) {
            if (!isOurs()) {
                if (holdsOnlyLaunchersOwn()) {
                    return;
                }
                throw new LocalStackException("%s is no state folder; nothing was deleted".formatted(path));
            }
            for (var file : content.toList()) {
                if (!file.equals(cache) && !isLaunchersOwn(file)) {
                    Archives.deleteTree(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
