package cn.zhigong.membership.transfer;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A feature that proposes transfers, and is told inside the transaction that ends one of them. */
public interface TransferProposer {

    /** Why a transfer ends without a decision of the new union. */
    enum Ending {
        /** The member or the old union took it back. */
        CANCELLED,
        /** Both unions became one, so the member is where they were to go. */
        UNIONS_MERGED
    }

    /**
     * Locks the application, before its transfer is locked: whoever withdraws an application takes them in this order.
     */
    void lock(UUID application);

    /** The member belongs to the new union. */
    void completed(UUID application, UUID member, String officer);

    /** The new union does not take the member in. */
    void refused(UUID application, TransferRefusal why, @Nullable String note, String officer);

    /** The transfer has ended, or is done, without the new union's word. */
    void ended(UUID application, Ending why);
}
