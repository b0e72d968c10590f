package cn.zhigong.rights.intake;

import java.util.Collection;

/**
 * An amount of money, exact.
 *
 * @param fen hundredths of a yuan; 0 to {@value #MOST_FEN}
 * @param currency CNY
 */
record Money(long fen, String currency) {

    static final String CNY = "CNY";
    /** Ten billion yuan: more than any employer here owes anybody, and sums of it stay far from overflow. */
    static final long MOST_FEN = 1_000_000_000_000L;

    /** How many of the largest amounts may stand in one sum. */
    private static final long MOST_TERMS = 1_000;

    Money {
        if (fen < 0 || fen > MOST_FEN * MOST_TERMS || !currency.equals(CNY)) {
            throw new IllegalArgumentException("No such amount: %d %s".formatted(fen, currency));
        }
    }

    static Money ofFen(long fen) {
        return new Money(fen, CNY);
    }

    static Money sum(Collection<Money> amounts) {
        return ofFen(amounts.stream().mapToLong(Money::fen).reduce(0, Math::addExact));
    }
}
