package cn.zhigong.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is worth trying again for ever, and what is not. */
class DatabaseTroubleTest {

    private static RuntimeException failed(String state) {
        return new IllegalStateException(new SQLException("on purpose", state));
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "53300", "57P01", "57P02", "57P03", "40001", "40P01", "55P03"})
    void aDatabaseThatIsAwayOrBusyComesBack(String state) {
        assertThat(DatabaseTrouble.passing(failed(state))).isTrue();
        assertThat(DatabaseTrouble.tooSlow(failed(state))).isFalse();
    }

    /** An event whose handler is always too slow would otherwise stop its partition for ever. */
    @Test
    void aStatementThatTookTooLongIsNoPassingTrouble() {
        assertThat(DatabaseTrouble.passing(failed("57014"))).isFalse();
        assertThat(DatabaseTrouble.tooSlow(failed("57014"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "22021", "42P01"})
    void aMistakeOfOursStaysOne(String state) {
        assertThat(DatabaseTrouble.passing(failed(state))).isFalse();
        assertThat(DatabaseTrouble.tooSlow(failed(state))).isFalse();
    }

    @Test
    void whatIsNoDatabaseFailureIsNone() {
        assertThat(DatabaseTrouble.passing(new IllegalStateException("else"))).isFalse();
        assertThat(DatabaseTrouble.tooSlow(new IllegalStateException("else"))).isFalse();
    }

    /** As the transaction manager tells it when the database dies while it commits. */
    @Test
    void aCommitThatBreaksOffPasses() {
        var broken = new SQLException("An I/O error occurred", "08006");
        var rollback = new IllegalStateException("Could not commit transaction");
        rollback.addSuppressed(new IllegalStateException("transactionCommit", broken));
        assertThat(DatabaseTrouble.passing(new IllegalStateException(rollback))).isTrue();
    }

    @Test
    void failuresThatNameEachOtherAreLookedAtOnce() {
        var one = new IllegalStateException("one");
        var other = new IllegalStateException("other", one);
        one.addSuppressed(other);
        assertThat(DatabaseTrouble.passing(one)).isFalse();
    }
}
