package cn.zhigong.platform.privacy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Where the key material lies. */
@ConfigMapping(prefix = "zhigong.keys")
interface KeysConfig {
    /**
     * Path of the JSON file, or {@code classpath:} and a resource name in tests. Without it the application does not
     * start.
     */
    Optional<String> file();

    /** Fixed at build time: a service without personal data sets false and is given no keys at all. */
    @WithDefault("true")
    boolean enabled();
}
