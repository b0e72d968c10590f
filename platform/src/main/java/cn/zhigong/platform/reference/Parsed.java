package cn.zhigong.platform.reference;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What reading a text gave: the value, or everything that is wrong with the text. */
public sealed interface Parsed<T> {
    record Valid<T>(T value) implements Parsed<T> {}

    /**
     * Why there is no value.
     *
     * @param violations never empty, in the order of the enum, each once
     */
    record Invalid<T>(List<Violation> violations) implements Parsed<T> {
        public Invalid {
            if (violations.isEmpty()) {
                throw new IllegalArgumentException("Nothing is wrong");
            }
            violations = violations.stream().distinct().sorted().toList();
        }
    }

    static <T> Parsed<T> invalid(Violation... violations) {
        return new Invalid<>(List.of(violations));
    }

    /** Empty when the text was good. */
    default List<Violation> violations() {
        return switch (this) {
            case Valid<T> _ -> List.of();
            case Invalid<T>(var violations) -> violations;
        };
    }

    default Optional<T> toOptional() {
        return switch (this) {
            case Valid<T>(var value) -> Optional.of(value);
            case Invalid<T> _ -> Optional.empty();
        };
    }

    default <X extends RuntimeException> T orElseThrow(Function<List<Violation>, X> refusal) {
        return switch (this) {
            case Valid<T>(var value) -> value;
            case Invalid<T>(var violations) -> throw refusal.apply(violations);
        };
    }
}
