package cn.zhigong.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks server distributions without needing tar or xz on the machine. */
final class Archives {

    private static final String DRAFT = ".draft-";
    private static final Duration ABANDONED = Duration.ofMinutes(15);

    private Archives() {}

    /**
     * Makes {@code target} by filling a folder beside it and renaming that, so that a half-unpacked distribution is
     * never taken for a whole one and two launchers can race.
     */
    static Path once(Path target, Consumer<Path> fill) {
        if (Files.isDirectory(target)) {
            return target;
        }
        try {
            Files.createDirectories(target.getParent());
            deleteAbandonedDrafts(target);
            var draft = Files.createTempDirectory(target.getParent(), target.getFileName() + DRAFT);
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
            try {
                fill.accept(draft);
                Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                if (!Files.isDirectory(target)) {
                    throw e;
                }
            } finally {
                deleteTree(draft);
            }
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A launcher that was interrupted leaves its draft; one that still unpacks is younger. */
    private static void deleteAbandonedDrafts(Path target) throws IOException {
        var limit = FileTime.fromMillis(System.currentTimeMillis() - ABANDONED.toMillis());
        try (var drafts = Files.newDirectoryStream(target.getParent(), target.getFileName() + DRAFT + "*")) {
            for (var draft : drafts) {
                if (Files.getLastModifiedTime(draft).compareTo(limit) < 0) {
                    deleteTree(draft);
                }
            }
        }
    }

    /** Unpacks the one .txz inside a jar: the form in which the PostgreSQL binaries are published. */
    static void unpackTxzInJar(Path jar, Path target) {
        try (var zip = new ZipFile(jar.toFile())) {
            var entry = zip.stream()
                    .filter(candidate -> candidate.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow(() -> new LocalStackException("No .txz in " + jar));
            try (var in = new XZCompressorInputStream(zip.getInputStream(entry))) {
                untar(in, target, 0);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Unpacks a .tar.gz without its top folder. */
    static void unpackTarGz(Path archive, Path target) {
        try (var in = new GZIPInputStream(Files.newInputStream(archive), 1 << 16)) {
            untar(in, target, 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void untar(InputStream in, Path target, int strip) throws IOException {
        try (var tar = new TarArchiveInputStream(in)) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var name = Path.of(entry.getName()).normalize();
                if (name.getNameCount() > strip) {
                    place(tar, entry, target, name.subpath(strip, name.getNameCount()));
                }
            }
        }
    }

    private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path target, Path name)
            throws IOException {
        var file = target.resolve(name).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("Refused to unpack outside the target: " + name);
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file);
        if ((entry.getMode() & 0b001_000_000) != 0) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    static void copyTree(Path from, Path to) {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void deleteTree(Path root) {
        if (!Files.exists(root)) {
            return;
        }
        try (var files = Files.walk(root)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
