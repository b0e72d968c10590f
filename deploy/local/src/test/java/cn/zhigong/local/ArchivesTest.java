package cn.zhigong.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivesTest {

    @TempDir
    private Path folder;

    private Path archive(String name, int mode) throws IOException {
        var archive = folder.resolve("some.tar.gz");
        try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(archive)))) {
            var content = "#!/bin/sh\n".getBytes(StandardCharsets.UTF_8);
            var entry = new TarArchiveEntry(name, true);
            entry.setMode(mode);
            entry.setSize(content.length);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
        }
        return archive;
    }

    @Test
    void theTopFolderGoesAndProgramsStayPrograms() throws Exception {
        Archives.unpackTarGz(archive("server-1.0/bin/run", 0755), folder.resolve("server"));
        assertThat(folder.resolve("server/bin/run")).isExecutable();
    }

    @Test
    void anEntryThatClimbsOutIsRefused() throws Exception {
        var archive = archive("server/../../../escaped", 0644);
        var target = folder.resolve("a/b");
        assertThatThrownBy(() -> Archives.unpackTarGz(archive, target)).isInstanceOf(UncheckedIOException.class);
        assertThat(folder.resolve("escaped")).doesNotExist();
    }

    @Test
    void aHalfUnpackedDistributionIsNeverTakenForAWholeOne() {
        var target = folder.resolve("cache/server");
        assertThatThrownBy(() -> Archives.once(target, _ -> {
                    throw new IllegalStateException("disk full");
                }))
                .hasMessage("disk full");
        assertThat(target).doesNotExist();
        assertThat(target.getParent()).isEmptyDirectory();
    }
}
