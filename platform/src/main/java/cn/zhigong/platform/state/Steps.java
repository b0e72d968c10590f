package cn.zhigong.platform.state;

import static cn.zhigong.platform.problem.CommonProblem.ILLEGAL_TRANSITION;

import cn.zhigong.platform.problem.Problem;
import java.util.Arrays;
import java.util.List;

/**
 * The states of something, an enum that holds the table of every step between them. What changes its state asks the
 * table: {@code state = state.become(CLOSED)}.
 *
 * @param <S> the enum itself
 */
public interface Steps<S extends Enum<S> & Steps<S>> {

    /** Whether there is a step from this state to that one. */
    boolean canBecome(S next);

    /** The states that can come next; none, when this is the end. */
    default List<S> next() {
        return Arrays.stream(self().getDeclaringClass().getEnumConstants())
                .filter(this::canBecome)
                .toList();
    }

    /**
     * Takes a step.
     *
     * @return {@code next}
     * @throws Problem ILLEGAL_TRANSITION when there is no such step
     */
    default S become(S next) {
        require(next);
        return next;
    }

    /**
     * Looks at a step before anything of it is done.
     *
     * @throws Problem ILLEGAL_TRANSITION when it does not exist
     */
    default void require(S next) {
        if (!canBecome(next)) {
            throw refusal();
        }
    }

    /** That what is asked for cannot be done in this state: the state, and where it can still go. */
    default Problem refusal() {
        return ILLEGAL_TRANSITION.with("state", this).with("allowed", next());
    }

    /** The same for something that has ended and has no table: nothing can be done with it any more. */
    static Problem ended(Object state) {
        return ILLEGAL_TRANSITION.with("state", state).with("allowed", List.of());
    }

    @SuppressWarnings("unchecked") // Who implements this is the enum itself.
    private S self() {
        return (S) this;
    }
}
