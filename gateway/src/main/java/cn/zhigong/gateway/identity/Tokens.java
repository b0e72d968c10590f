package cn.zhigong.gateway.identity;

import cn.zhigong.gateway.identity.TokenVerdict.Accepted;
import cn.zhigong.gateway.identity.TokenVerdict.Refused;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Verified tokens by their SHA-256 (never the token itself, which a heap dump would give away), until they expire or
 * the provider withdraws a key.
 */
@Singleton
public class Tokens {
    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(Tokens::sha256);

    private static final int REMEMBERED_REFUSALS = 10_000;
    private static final Duration REFUSALS_LAST = Duration.ofMinutes(1);

    private final Cache<Hash, Accepted> remembered;
    private final Cache<Hash, Refused> refused = Caffeine.newBuilder()
            .maximumSize(REMEMBERED_REFUSALS)
            .expireAfterWrite(REFUSALS_LAST)
            .build();
    private final TokenVerifier verifier;
    private final InstantSource clock;

    Tokens(IdentityConfig config, InstantSource clock) {
        this.clock = clock;
        this.remembered = Caffeine.newBuilder()
                .maximumSize(config.rememberedTokens())
                .expireAfterWrite(config.longestLife())
                .build();
        this.verifier = new TokenVerifier(config, new TokenKeys(config, clock, remembered::invalidateAll), clock);
    }

    /** The caller of a token that was verified before and is still in time; cheap enough for an event loop. */
    public @Nullable Caller remembered(String token) {
        var accepted = remembered.getIfPresent(Hash.of(token));
        return accepted == null || accepted.expiresAt() <= clock.millis() / 1_000 ? null : accepted.caller();
    }

    /** Why a token was refused within the last minute, if it was; as cheap as {@link #remembered}. */
    public @Nullable Refused refusedBefore(String token) {
        return refused.getIfPresent(Hash.of(token));
    }

    /** Verifies a token, asking the provider for its keys when needed. Blocking: not for an event loop. */
    public TokenVerdict verify(String token) {
        var verdict = verifier.judge(token);
        if (verdict instanceof Accepted accepted) {
            remembered.put(Hash.of(token), accepted);
        } else if (verdict instanceof Refused refusal && !refusal.reason().passing()) {
            refused.put(Hash.of(token), refusal);
        }
        return verdict;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** A SHA-256 value that can be a key of a map. */
    private record Hash(long first, long second, long third, long fourth) {
        static Hash of(String token) {
            var bytes = ByteBuffer.wrap(SHA_256.get().digest(token.getBytes(StandardCharsets.UTF_8)));
            return new Hash(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
        }

        @Override
        public int hashCode() {
            return Long.hashCode(first); // already uniform
        }
    }
}
