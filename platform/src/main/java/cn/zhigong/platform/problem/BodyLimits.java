package cn.zhigong.platform.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How long the body of a request may be: the same everywhere, but where files are sent. */
@Singleton
class BodyLimits {

    /** As it is configured. */
    @ConfigMapping(prefix = "zhigong.bodies")
    interface Config {

        /** Of a request to any other path. */
        MemorySize limit();

        /** Where files are sent, by a name that says what they are. */
        Map<String, Upload> uploads();

        /** One path, and no more of what lies below it. The framework's own limit must be as large as the largest. */
        interface Upload {

            String path();

            MemorySize limit();
        }
    }

    /** Filters, which ask, are made before the configuration of a running service is. */
    private final Provider<Config> config;

    BodyLimits(Provider<Config> config) {
        this.config = config;
    }

    /** In bytes, for a request to this path. */
    long at(@Nullable String path) {
        return config.get().uploads().values().stream()
                .filter(upload -> upload.path().equals(path))
                .map(Config.Upload::limit)
                .findFirst()
                .orElseGet(() -> config.get().limit())
                .asLongValue();
    }
}
