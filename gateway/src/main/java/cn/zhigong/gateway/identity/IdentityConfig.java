package cn.zhigong.gateway.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Which tokens are ours. */
@ConfigMapping(prefix = "gateway.identity")
interface IdentityConfig {
    /** The {@code iss} a token must carry, compared exactly. */
    String issuer();

    /** The {@code aud} a token must carry among its own. */
    @WithDefault("zhigong")
    String audience();

    /** Where the provider publishes its keys (JWKS). */
    URI keys();

    /** How far the provider's clock may be from ours. */
    @WithDefault("60s")
    Duration leeway();

    /** A token that would live longer than this from its {@code iat} is refused, whoever signed it. */
    @WithDefault("24h")
    Duration longestLife();

    /** An unknown key id asks the provider again, but not more often than this: otherwise forged ids would flood it. */
    @WithDefault("30s")
    Duration refreshAtMostEvery();

    /** Known keys are asked for again after this time, so that a withdrawn one loses its trust. */
    @WithDefault("10m")
    Duration refreshAtLeastEvery();

    /** How many verified tokens are remembered, about 300 bytes each. */
    @WithDefault("50000")
    int rememberedTokens();
}
