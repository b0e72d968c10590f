package cn.zhigong.platform.sql;

import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Rows that belong to whatever the running transaction does: its events, its audit entries, its idempotency record.
 * They are collected and written just before the commit, a few in one round trip, because round trips decide what a
 * write costs, and many in one for each kind of row. Rows of one kind keep their order.
 */
@Singleton
public class CommitRows {

    private static final Logger LOG = Logger.getLogger(CommitRows.class);

    /**
     * So many rows go together. The database parses and plans such a text anew for each number of rows of each kind, so
     * with many of them that costs more than the round trips it saves.
     */
    private static final int FEW = 8;

    private final TransactionSynchronizationRegistry transactions;
    private final Sql sql;

    CommitRows(TransactionSynchronizationRegistry transactions, Sql sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    /**
     * Adds an insert to the running transaction.
     *
     * @throws IllegalStateException without one: such a row would vanish or stand alone
     */
    public void add(String insert, @Nullable Object... parameters) {
        collected().add(insert, parameters);
    }

    /**
     * Runs something once the running transaction has committed, and not at all when it does not. What it throws is
     * logged: the commit stands, and nobody is there to be told.
     */
    public void afterCommit(Runnable action) {
        collected().actions.add(action);
    }

    /** Runs something once the running transaction has committed; at once when there is none. */
    public void afterCommitOrNow(Runnable action) {
        if (transactions.getTransactionStatus() == Status.STATUS_NO_TRANSACTION) {
            action.run();
        } else {
            afterCommit(action);
        }
    }

    private Collected collected() {
        switch (transactions.getTransactionStatus()) {
            case Status.STATUS_ACTIVE -> {}
            case Status.STATUS_MARKED_ROLLBACK ->
                throw new IllegalStateException("The transaction is rolled back already; nothing can be added to it");
            default -> throw new IllegalStateException("There is no transaction to add to");
        }
        if (transactions.getResource(CommitRows.class) instanceof Collected collected) {
            return collected;
        }
        var collected = new Collected();
        transactions.putResource(CommitRows.class, collected);
        transactions.registerInterposedSynchronization(collected);
        return collected;
    }

    private final class Collected implements Synchronization {

        private final Map<String, List<@Nullable Object[]>> rows = new LinkedHashMap<>();
        private final List<Runnable> actions = new ArrayList<>();
        private int size;

        void add(String insert, @Nullable Object... values) {
            rows.computeIfAbsent(insert, any -> new ArrayList<>()).add(values);
            size++;
        }

        @Override
        public void beforeCompletion() {
            if (size > FEW) {
                rows.forEach(sql::batch);
            } else if (size > 0) {
                together();
            }
        }

        private void together() {
            var statements = new ArrayList<String>();
            var parameters = new ArrayList<@Nullable Object>();
            rows.forEach((insert, values) -> values.forEach(one -> {
                statements.add(insert);
                parameters.addAll(Arrays.asList(one));
            }));
            sql.run(String.join(";\n", statements), parameters);
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                actions.forEach(Collected::run);
            }
        }

        /** One that fails keeps none of the others, of other features perhaps, from running. */
        private static void run(Runnable action) {
            try {
                action.run();
            } catch (RuntimeException e) {
                LOG.error("What should follow a commit failed", e);
            }
        }
    }
}
