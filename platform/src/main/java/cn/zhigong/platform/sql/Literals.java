package cn.zhigong.platform.sql;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Constants of enums within the text of a statement: partial indexes are used only for the very words they have. */
public final class Literals {

    private Literals() {}

    /** {@code ('OPEN', 'CLOSED')}. */
    public static String list(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(one -> "'" + one.name() + "'").collect(Collectors.joining(", ", "(", ")"));
    }

    /** The constants of an enum for which the condition holds. */
    public static <E extends Enum<E>> String list(Class<E> all, Predicate<E> which) {
        return list(Arrays.stream(all.getEnumConstants()).filter(which).toList());
    }
}
