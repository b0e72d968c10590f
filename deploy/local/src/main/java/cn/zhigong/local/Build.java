package cn.zhigong.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Builds those of our programs whose sources changed, without tests: asking Maven each time would cost seconds. */
final class Build {

    /** After each successful build here; its time is that build's beginning, since sources may change under it. */
    private static final String MARK = "target/local-stack-built";

    private static final String CHASSIS = "platform";

    private Build() {}

    /** The modules whose sources are newer than their programs. */
    static List<String> stale(Checkout checkout) {
        return Component.ALL.stream()
                .map(Component::module)
                .filter(module -> isStale(checkout.root(), module))
                .toList();
    }

    static void modules(Checkout checkout, List<String> stale, Children children) {
        if (stale.isEmpty()) {
            return;
        }
        System.out.println("Building " + String.join(", ", stale));
        var begun = Instant.now();
        maven(checkout, stale, children);
        stale.forEach(module -> mark(checkout.root(), module, begun));
    }

    /** For a run inside a Maven build, which has just packaged them and must not be built over by another. */
    static void requireEverything(Checkout checkout) {
        var missing = missing(checkout.root());
        if (!missing.isEmpty()) {
            throw new LocalStackException("Not built, and --no-build was given: " + String.join(", ", missing));
        }
    }

    static List<String> missing(Path root) {
        return Component.ALL.stream()
                .map(Component::module)
                .filter(module -> !isBuilt(root, module))
                .toList();
    }

    private static boolean isBuilt(Path root, String module) {
        return Files.exists(root.resolve(module).resolve("target/quarkus-app/quarkus-run.jar"));
    }

    /** A module without sources is not there yet: nothing to build. */
    static boolean isStale(Path root, String module) {
        var folder = root.resolve(module);
        if (!Files.isDirectory(folder.resolve("src/main"))) {
            return false;
        }
        if (!isBuilt(root, module)) {
            return true;
        }
        var built = lastModified(folder.resolve(MARK));
        return built.isEmpty()
                || Stream.of(
                                folder.resolve("src/main"),
                                folder.resolve("pom.xml"),
                                root.resolve(CHASSIS).resolve("src/main"),
                                root.resolve(CHASSIS).resolve("pom.xml"),
                                root.resolve("pom.xml"))
                        .anyMatch(source -> isNewer(source, built.get()));
    }

    /** Folders count too: their time tells of deleted files. */
    private static boolean isNewer(Path source, FileTime time) {
        if (!Files.exists(source)) {
            return false;
        }
        try (var files = Files.walk(source)) {
            return files.anyMatch(file ->
                    lastModified(file).filter(it -> it.compareTo(time) > 0).isPresent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<FileTime> lastModified(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.getLastModifiedTime(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void mark(Path root, String module, Instant begun) {
        var mark = root.resolve(module).resolve(MARK);
        KeyValues.writePrivately(mark, "");
        try {
            Files.setLastModifiedTime(mark, FileTime.from(begun));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void maven(Checkout checkout, List<String> modules, Children children) {
        var command = new ArrayList<String>();
        command.add(checkout.root().resolve("bin/mvn").toString());
        // The gates are for make test; a half-written file that compiles may be tried out.
        command.addAll(List.of(
                "-q", "-T2", "-Dmaven.test.skip=true", "-Dspotless.check.skip", "-Denforcer.skip", "-am", "-pl"));
        command.add(String.join(",", modules));
        command.add("package");
        var builder = new ProcessBuilder(command).directory(checkout.root().toFile());
        if (children.runHere(builder) != 0) {
            throw new LocalStackException("The build failed; nothing stays up that was started for it");
        }
    }
}
