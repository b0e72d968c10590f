package cn.zhigong.bench;

/**
 * What a measured window of events must be to mean anything.
 *
 * @param requests accepted by the service, each of which publishes one event
 * @param commits whose time is known
 * @param effects of those commits
 * @param rate requests a second that were reached
 * @param target requests a second that were wanted
 */
record EventsCheck(int requests, int commits, int effects, double rate, int target) {

    /** Below this share of its rate an open load has waited for the server. */
    private static final double SHARE = 0.98;

    /** Fails when latencies would be those of nothing, of a part, or of another load. */
    void require() {
        if (requests == 0 || commits != requests) {
            throw new BenchException("%d requests but %d commits were seen".formatted(requests, commits));
        }
        if (effects != commits) {
            throw new BenchException("%d commits but %d effects were seen".formatted(commits, effects));
        }
        if (rate < SHARE * target) {
            throw new BenchException("Only %.1f of %d requests/s were reached".formatted(rate, target));
        }
    }
}
