package cn.zhigong.platform.testing;

import cn.zhigong.platform.state.Steps;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The table of steps as a reader has it before them: a test writes it down a second time, so that a slip in either
 * shows.
 */
public final class StepTable {

    private StepTable() {}

    /** {@code OPEN -> ACCEPTED, DISMISSED}, a line for each state; an end leads to {@code -}. */
    public static <S extends Enum<S> & Steps<S>> String of(Class<S> states) {
        return Arrays.stream(states.getEnumConstants())
                .map(state -> state.name() + " -> " + following(state) + "\n")
                .collect(Collectors.joining());
    }

    private static <S extends Enum<S> & Steps<S>> String following(S state) {
        return state.next().isEmpty()
                ? "-"
                : state.next().stream().map(Enum::name).collect(Collectors.joining(", "));
    }

    /** Every state that some steps lead to, this one included. */
    public static <S extends Enum<S> & Steps<S>> Set<S> reachedFrom(S first) {
        var reached = EnumSet.of(first);
        while (Set.copyOf(reached).stream().anyMatch(state -> reached.addAll(state.next()))) {
            // Until nothing new is reached.
        }
        return reached;
    }

    /** Every state from which some steps lead to this one, itself included. */
    public static <S extends Enum<S> & Steps<S>> Set<S> leadingTo(S last) {
        return Arrays.stream(last.getDeclaringClass().getEnumConstants())
                .filter(state -> reachedFrom(state).contains(last))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(last.getDeclaringClass())));
    }
}
