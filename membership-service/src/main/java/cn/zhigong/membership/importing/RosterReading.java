package cn.zhigong.membership.importing;

import static cn.zhigong.membership.importing.ImportProblem.TOO_MANY_IMPORTS;

import cn.zhigong.platform.table.Content;
import cn.zhigong.platform.table.RowTaker;
import cn.zhigong.platform.table.TableLimits;
import cn.zhigong.platform.table.Tables;
import cn.zhigong.platform.table.UnreadableTableException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Reads one file after the other: the texts that a workbook shares are in memory while it is read, and several hostile
 * ones at once would be too much for the process.
 */
@Singleton
class RosterReading {

    /** With the heading. A union with more people splits its roster: who stood further up is kept in memory. */
    private static final TableLimits LIMITS = new TableLimits(200_001, 200, 1_000, 512L * 1024 * 1024);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Semaphore turn = new Semaphore(1, true);

    /**
     * Waits for its turn, however long.
     *
     * @throws UnreadableTableException when the file is no table within the limits
     */
    void read(Content content, RowTaker taker) throws UnreadableTableException, IOException {
        turn.acquireUninterruptibly();
        inTurn(content, taker);
    }

    /** The same for somebody who waits for the answer: refuses when others are read for long. */
    void readNow(Content content, RowTaker taker) throws UnreadableTableException, IOException {
        try {
            if (!turn.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw TOO_MANY_IMPORTS.problem().retryAfter(PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw TOO_MANY_IMPORTS.problem().retryAfter(PATIENCE);
        }
        inTurn(content, taker);
    }

    private void inTurn(Content content, RowTaker taker) throws UnreadableTableException, IOException {
        try {
            Tables.read(content, LIMITS, taker);
        } finally {
            turn.release();
        }
    }
}
