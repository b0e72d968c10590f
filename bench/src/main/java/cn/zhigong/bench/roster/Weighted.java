package cn.zhigong.bench.roster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** Things of which some come up more often than others. */
final class Weighted<T> {

    /** The first of a list is drawn some four times as often as the tenth. */
    private static final double HEAD = 3;

    private final List<T> things;
    private final double[] ends;

    private Weighted(List<T> things, double[] ends) {
        this.things = things;
        this.ends = ends;
    }

    static <T> Weighted<T> of(List<T> things, ToDoubleFunction<T> weight) {
        var ends = new double[things.size()];
        var sum = 0.0;
        for (var i = 0; i < ends.length; i++) {
            sum += weight.applyAsDouble(things.get(i));
            ends[i] = sum;
        }
        return new Weighted<>(List.copyOf(things), ends);
    }

    /** The most frequent first, as Zipf found it with words. */
    static <T> Weighted<T> byRank(List<T> things) {
        var ranks = new ArrayList<T>(things);
        return of(things, thing -> 1 / (HEAD + ranks.indexOf(thing)));
    }

    T draw(Random random) {
        var place = Arrays.binarySearch(ends, random.nextDouble() * ends[ends.length - 1]);
        return things.get(Math.min(things.size() - 1, place < 0 ? -place - 1 : place + 1));
    }
}
