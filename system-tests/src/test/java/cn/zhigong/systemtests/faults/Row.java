package cn.zhigong.systemtests.faults;

import java.util.function.Consumer;

/**
 * One fault of the matrix: what is done, and what the platform promises meanwhile. That the invariants hold afterwards
 * is promised by all.
 *
 * @param ids of the matrix in README.md
 */
record Row(String ids, String title, Consumer<Campaign> fault) {

    void inflict(Campaign campaign) {
        long begin = System.nanoTime();
        campaign.refill();
        fault.accept(campaign);
        System.out.printf("%s %s: over after %.1f s%n", ids, title, (System.nanoTime() - begin) / 1e9);
    }
}
