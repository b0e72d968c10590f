package cn.zhigong.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * The repository that the launcher belongs to: where the things to run were built.
 *
 * @param launcher the folder the launcher runs from, with its libraries and the broker's
 */
record Checkout(Path root, Path launcher) {

    static Checkout fromEnvironment() {
        var root = System.getenv("ZHIGONG_ROOT");
        var launcher = System.getenv("ZHIGONG_LAUNCHER");
        if (root == null || launcher == null) {
            throw new LocalStackException("Start the launcher through bin/zhigong.");
        }
        return new Checkout(Path.of(root), Path.of(launcher));
    }

    Path target() {
        return root.resolve("deploy/local/target");
    }

    Path sources() {
        return root.resolve("deploy/local");
    }

    /** Server distributions are unpacked here once and shared by every stack of this checkout. */
    Path cache() {
        return root.resolve(".local/cache");
    }

    /** The one file in target/servers whose name starts with the given word. */
    Path server(String name) {
        var folder = target().resolve("servers");
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(name + "-"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow(() -> new LocalStackException("No distribution of " + name + " in " + folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
