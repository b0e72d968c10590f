package cn.zhigong.platform.problem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A refused request. Carries codes and facts only; its words are found in the catalogue when the answer is written, in
 * the language of the caller.
 */
public final class Problem extends RuntimeException {

    private static final String RETRY_AFTER_SECONDS = "retryAfterSeconds";

    private final transient ProblemType type;
    private final transient Map<String, Object> members;
    private final transient List<Violation> violations;

    Problem(ProblemType type, Map<String, Object> members, List<Violation> violations) {
        super(type.name(), null, false, false);
        this.type = type;
        this.members = members;
        this.violations = violations;
    }

    /** The same problem with one more fact. */
    public Problem with(String member, Object value) {
        var more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Problem(type, more, violations);
    }

    /**
     * The same problem, which will be over after this time: in whole seconds, rounded up, so that nobody comes too
     * early.
     */
    public Problem retryAfter(Duration pause) {
        return with(RETRY_AFTER_SECONDS, pause.plusNanos(999_999_999).toSeconds());
    }

    /** What {@code Retry-After} says, when this problem will be over by itself. */
    public OptionalLong retryAfterSeconds() {
        return members.get(RETRY_AFTER_SECONDS) instanceof Number seconds
                ? OptionalLong.of(seconds.longValue())
                : OptionalLong.empty();
    }

    /** The same problem; where the values are those of an enum, {@code known} lists them. */
    public Problem choices(@Nullable Class<?> values) {
        if (values == null || !values.isEnum()) {
            return this;
        }
        var constants = Stream.of(values.getEnumConstants()).map(it -> ((Enum<?>) it).name());
        return with("known", constants.toList());
    }

    /** The same problem with one more violated field, {@code violation} being a code of the catalogue. */
    public Problem at(String field, String violation) {
        var more = new ArrayList<>(violations);
        more.add(new Violation(field, violation));
        return new Problem(type, members, more);
    }

    /** The same problem with these violated fields. */
    public Problem at(List<Violation> others) {
        var more = new ArrayList<>(violations);
        more.addAll(others);
        return new Problem(type, members, more);
    }

    public ProblemType type() {
        return type;
    }

    public Map<String, Object> members() {
        return members;
    }

    public List<Violation> violations() {
        return violations;
    }
}
