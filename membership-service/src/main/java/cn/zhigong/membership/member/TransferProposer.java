package cn.zhigong.membership.member;

import java.util.UUID;

/** A feature that proposes transfers, and is told inside the transaction that ends one of them. */
public interface TransferProposer {

    /**
     * Both unions become one, so the member is where they were to go.
     *
     * @param application for which the transfer was proposed; told before the transfer itself is locked
     */
    void unionsMerged(UUID application);
}
