package cn.zhigong.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTest {

    private static final Instant BUILT = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    private Path root;

    private void file(String name, Instant modified) throws IOException {
        var file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
        Files.setLastModifiedTime(file, FileTime.from(modified));
    }

    private void aBuiltModule() throws IOException {
        file("platform/src/main/java/B.java", BUILT);
        file("rights-service/src/main/java/A.java", BUILT);
        file("rights-service/target/quarkus-app/quarkus-run.jar", BUILT);
        file("rights-service/target/local-stack-built", BUILT);
        try (var files = Files.walk(root)) {
            for (var file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(BUILT));
            }
        }
    }

    @Test
    void aModuleWithoutSourcesIsNotThereYet() {
        assertThat(Build.isStale(root, "rights-service")).isFalse();
    }

    @Test
    void nothingIsBuiltWhenNothingChanged() throws Exception {
        aBuiltModule();
        assertThat(Build.isStale(root, "rights-service")).isFalse();
    }

    @Test
    void aChangedSourceMakesItsModuleStale() throws Exception {
        aBuiltModule();
        file("rights-service/src/main/java/A.java", BUILT.plusSeconds(1));
        assertThat(Build.isStale(root, "rights-service")).isTrue();
    }

    @Test
    void aSourceChangedDuringABuildMakesItsModuleStale() throws Exception {
        aBuiltModule();
        var begun = BUILT.plusSeconds(10);
        Build.mark(root, "rights-service", begun);
        assertThat(Build.isStale(root, "rights-service")).isFalse();
        file("rights-service/src/main/java/A.java", begun.plusSeconds(1));
        assertThat(Build.isStale(root, "rights-service")).isTrue();
    }

    @Test
    void aChangedChassisMakesEveryModuleStale() throws Exception {
        aBuiltModule();
        file("platform/src/main/java/B.java", BUILT.plusSeconds(1));
        assertThat(Build.isStale(root, "rights-service")).isTrue();
    }

    @Test
    void aDeletedSourceMakesItsModuleStale() throws Exception {
        aBuiltModule();
        Files.delete(root.resolve("rights-service/src/main/java/A.java"));
        assertThat(Build.isStale(root, "rights-service")).isTrue();
    }

    @Test
    void withoutBuildingWhatWasNeverBuiltIsNamed() throws Exception {
        aBuiltModule();
        assertThat(Build.missing(root))
                .containsExactly("membership-service", "competition-service", "training-service", "gateway");
    }
}
