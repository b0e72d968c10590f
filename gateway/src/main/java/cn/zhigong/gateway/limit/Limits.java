package cn.zhigong.gateway.limit;

import cn.zhigong.gateway.identity.Caller;
import cn.zhigong.gateway.identity.CallerClass;
import cn.zhigong.gateway.limit.LimitConfig.Counts;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Counts what callers use of their quotas. */
@Singleton
public class Limits {
    private static final String BAD_TOKENS = "bad-token";

    private final Map<CallerClass, Quota> quotas = new EnumMap<>(CallerClass.class);
    private final List<Rule> rules;
    private final Rule badTokens;
    private final Cache<String, Bucket> callers;
    private final Cache<RuleKey, Bucket> operations;

    Limits(LimitConfig config) {
        for (var kind : CallerClass.values()) {
            var name = kind.name().toLowerCase(Locale.ROOT);
            var amount = Objects.requireNonNull(config.callers().get(name), () -> "gateway.limits.callers." + name);
            quotas.put(kind, Quota.of(name, amount, config.instances()));
        }
        var all = config.operations().entrySet().stream()
                .map(entry -> Rule.of(entry.getKey(), entry.getValue(), config.instances()))
                .toList();
        badTokens = all.stream()
                .filter(rule -> rule.quota().name().equals(BAD_TOKENS))
                .findAny()
                .orElseThrow();
        rules = all.stream().filter(rule -> !rule.equals(badTokens)).toList();
        callers = buckets(config.buckets(), longestWindow(all));
        operations = buckets(config.buckets(), longestWindow(all));
    }

    /** Charges a request to its caller and, when it is a sensitive one, to that operation's quota as well. */
    public Admission admit(Caller caller, String method, String path) {
        var quota = Objects.requireNonNull(quotas.get(caller.kind()));
        var probe = callers.get(caller.key(), _ -> quota.bucket()).tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            for (var rule : rules) {
                if (rule.fits(method, path)) {
                    return charge(rule, caller.key());
                }
            }
        }
        return admission(quota, probe);
    }

    /**
     * Asks whether a token may be looked at that nobody has verified yet: whoever has sent many bad ones from one
     * address is stopped before the signatures cost us anything. Only a bad token is charged.
     */
    public Admission admitUnknownToken(Caller peer) {
        return charge(badTokens, peer.key());
    }

    /** Charges a request that goes no further to its caller's own quota only. */
    public Admission admitUnserved(Caller caller) {
        var quota = Objects.requireNonNull(quotas.get(caller.kind()));
        var bucket = callers.get(caller.key(), _ -> quota.bucket());
        return admission(quota, bucket.tryConsumeAndReturnRemaining(1));
    }

    private Admission charge(Rule rule, String caller) {
        var bucket = operations.get(
                new RuleKey(rule.quota().name(), caller), _ -> rule.quota().bucket());
        return rule.counts() == Counts.REFUSED
                ? unlessUsedUp(rule.quota(), bucket)
                : admission(rule.quota(), bucket.tryConsumeAndReturnRemaining(1));
    }

    /**
     * Takes nothing in advance: a crowd whose requests run at the same time would use up the quota without one refusal
     * among them. Guesses at the same time get through, too; that many of them do not find what they look for.
     */
    private static Admission unlessUsedUp(Quota quota, Bucket bucket) {
        var state = bucket.asVerbose().estimateAbilityToConsume(1);
        var left = state.getValue().getRemainingTokens();
        var nanos = left > 0
                ? state.getDiagnostics().calculateFullRefillingTime()
                : state.getValue().getNanosToWaitForRefill();
        var reset = nanos == 0 ? quota.window().toNanos() : nanos;
        return new Admission(left > 0, quota.name(), quota.policy(), left, seconds(reset), bucket);
    }

    private static Admission admission(Quota quota, ConsumptionProbe probe) {
        var nanos = probe.isConsumed() ? probe.getNanosToWaitForReset() : probe.getNanosToWaitForRefill();
        return new Admission(
                probe.isConsumed(), quota.name(), quota.policy(), probe.getRemainingTokens(), seconds(nanos), null);
    }

    private static long seconds(long nanos) {
        return Math.max(1, Math.ceilDiv(nanos, 1_000_000_000L));
    }

    private Duration longestWindow(List<Rule> all) {
        var longest = Duration.ZERO;
        for (var quota : quotas.values()) {
            longest = longest.compareTo(quota.window()) < 0 ? quota.window() : longest;
        }
        for (var rule : all) {
            longest =
                    longest.compareTo(rule.quota().window()) < 0 ? rule.quota().window() : longest;
        }
        return longest;
    }

    /** A bucket that nobody used for longer than its window is full again and can be forgotten. */
    private static <K> Cache<K, Bucket> buckets(int most, Duration window) {
        return Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterAccess(window.multipliedBy(2))
                .build();
    }

    private record RuleKey(String rule, String caller) {}
}
