package cn.zhigong.platform.sql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that belong to whatever the running transaction does: its events, its audit entries, its idempotency record.
 * They are collected and written in one round trip just before the commit, because round trips decide what a write
 * costs.
 */
@ApplicationScoped
public class CommitRows {

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

    /** Runs something once the running transaction has committed, and not at all when it does not. */
    public void afterCommit(Runnable action) {
        collected().actions.add(action);
    }

    private Collected collected() {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("There is no transaction to add to");
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

        private final StringBuilder statements = new StringBuilder();
        private final List<@Nullable Object> parameters = new ArrayList<>();
        private final List<Runnable> actions = new ArrayList<>();

        void add(String insert, @Nullable Object... values) {
            if (!statements.isEmpty()) {
                statements.append(";\n");
            }
            statements.append(insert);
            parameters.addAll(Arrays.asList(values));
        }

        @Override
        public void beforeCompletion() {
            if (!statements.isEmpty()) {
                sql.run(statements.toString(), parameters);
            }
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                actions.forEach(Runnable::run);
            }
        }
    }
}
