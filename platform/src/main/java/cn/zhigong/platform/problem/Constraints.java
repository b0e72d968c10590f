package cn.zhigong.platform.problem;

import java.util.Map;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/**
 * What a broken constraint means. Rules that two requests can break together are constraints of the database: a check
 * before the write would see neither of the two.
 */
public final class Constraints {

    private Constraints() {}

    /**
     * Writes, and refuses when that breaks one of these constraints.
     *
     * @param meanings the problem of each constraint, by its name
     * @param write what must reach the database here: a {@code persistAndFlush} or a {@code flush}, since a write that
     *     waits for the commit breaks its constraint where nobody can say what it means
     */
    public static void refusing(Map<String, ? extends ProblemType> meanings, Runnable write) {
        try {
            write.run();
        } catch (RuntimeException failure) {
            throw broken(failure)
                    .<RuntimeException>flatMap(
                            name -> Optional.ofNullable(meanings.get(name)).map(ProblemType::problem))
                    .orElse(failure);
        }
    }

    /** The name of the constraint that a write has broken. */
    public static Optional<String> broken(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConstraintViolationException violation) {
                return Optional.ofNullable(violation.getConstraintName());
            }
        }
        return Optional.empty();
    }
}
