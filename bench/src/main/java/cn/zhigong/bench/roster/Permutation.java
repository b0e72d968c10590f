package cn.zhigong.bench.roster;

/**
 * Numbers from 0 to below a size in an order that looks like chance, each once: what is unique needs no memory of what
 * was given away. A Feistel network over the next power of four, walked on until it lands within the size.
 */
final class Permutation {

    private static final int ROUNDS = 4;

    private final long size;
    private final long seed;
    private final int half;

    Permutation(long size, long seed) {
        if (size < 1) {
            throw new IllegalArgumentException("Nothing to put in an order");
        }
        this.size = size;
        this.seed = seed;
        this.half = Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(size - 1) + 1) / 2);
    }

    long at(long number) {
        if (number < 0 || number >= size) {
            throw new IllegalArgumentException("%d is not below %d".formatted(number, size));
        }
        var place = number;
        do {
            place = shuffled(place);
        } while (place >= size);
        return place;
    }

    private long shuffled(long number) {
        var mask = (1L << half) - 1;
        var left = number >>> half;
        var right = number & mask;
        for (var round = 0; round < ROUNDS; round++) {
            var next = left ^ (Scatter.mixed(seed + round, right) & mask);
            left = right;
            right = next;
        }
        return left << half | right;
    }
}
