package cn.zhigong.rights.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void anAmountIsNeverNegativeNorAbsurdNorForeign() {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.ofFen(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> Money.ofFen(Long.MAX_VALUE));
        assertThatIllegalArgumentException().isThrownBy(() -> new Money(1, "USD"));
        assertThat(Money.ofFen(0).fen()).isZero();
    }

    @Test
    void theSumOfNothingIsNothing() {
        assertThat(Money.sum(List.of())).isEqualTo(Money.ofFen(0));
    }

    @Test
    void aSumIsExactWhateverItsTerms() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            var terms = Stream.generate(() -> Money.ofFen(random.nextLong(Money.MOST_FEN + 1)))
                    .limit(random.nextInt(51))
                    .toList();
            var exact =
                    terms.stream().map(one -> BigInteger.valueOf(one.fen())).reduce(BigInteger.ZERO, BigInteger::add);
            assertThat(Money.sum(terms).fen()).as("seed %d", seed).isEqualTo(exact.longValueExact());
        }
    }
}
