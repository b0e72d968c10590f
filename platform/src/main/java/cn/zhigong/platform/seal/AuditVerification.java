package cn.zhigong.platform.seal;

import org.jspecify.annotations.Nullable;

/**
 * What recomputing the chain of seals, and comparing it with the published ones, showed.
 *
 * @param intact whether nothing is wrong as far as could be seen. Outside the range that was compared with the
 *     published seals this proves little: the owner of the database can make the chain anew or cut off its end
 * @param seals how many are good, up to the first bad one
 * @param sealedEntries under these seals
 * @param comparedFrom the oldest published seal; 0 when there is none, null when the broker did not answer
 * @param comparedThrough the newest published seal, likewise; one that stays far below {@code seals} means that nothing
 *     is published any more
 * @param firstBadSeal its number
 * @param flaw what is wrong with it
 * @param lastHash of the last good seal
 */
record AuditVerification(
        boolean intact,
        long seals,
        long sealedEntries,
        @Nullable Long comparedFrom,
        @Nullable Long comparedThrough,
        @Nullable Long firstBadSeal,
        @Nullable AuditFlaw flaw,
        String lastHash) {}
