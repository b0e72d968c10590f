package cn.zhigong.membership.joining;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How applications are processed. */
@ConfigMapping(prefix = "zhigong.joining")
interface JoiningConfig {

    /** Who checks identities; an unknown name stops the start, and production refuses {@code local}. */
    @WithDefault(LocalIdentityProvider.NAME)
    String identityProvider();

    /** How long a batch of identity checks may take; what has no answer by then is asked again later. */
    @WithDefault("3s")
    Duration identityTimeLimit();

    /** The first wait before asking again; it doubles each time, up to 256-fold. */
    @WithDefault("5s")
    Duration identityRetry();

    /** How many identities are asked for at the same time. */
    @WithDefault("200")
    int identityBatch();
}
