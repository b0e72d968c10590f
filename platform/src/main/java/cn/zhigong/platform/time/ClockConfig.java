package cn.zhigong.platform.time;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** How business time may differ from real time, in demonstrations and tests only. */
@ConfigMapping(prefix = "zhigong.clock")
interface ClockConfig {
    /**
     * A file holding an ISO-8601 duration such as P16D by which business time is ahead. Without it both are the same.
     */
    Optional<Path> file();
}
