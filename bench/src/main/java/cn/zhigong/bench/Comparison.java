package cn.zhigong.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * A baseline and ours, measured in turn: B A B A ... B. Each of ours is divided by the mean of the baselines right
 * before and after it, so that what slows the machine for a while slows both.
 */
record Comparison(List<Double> baseline, List<Double> ours) {

    /** One leg: what it reached, in units a second. */
    interface Leg {
        double measure();
    }

    Comparison {
        if (baseline.size() != ours.size() + 1) {
            throw new IllegalArgumentException("A baseline leg belongs before and after each of ours");
        }
    }

    static Comparison inTurn(int rounds, Leg baseline, Leg ours, Runnable afterRound) {
        var bare = new ArrayList<Double>();
        var own = new ArrayList<Double>();
        bare.add(baseline.measure());
        for (int round = 0; round < rounds; round++) {
            own.add(ours.measure());
            bare.add(baseline.measure());
            afterRound.run();
            System.err.printf("round %d: %.0f, baseline %.0f%n", round + 1, own.getLast(), bare.getLast());
        }
        return new Comparison(bare, own);
    }

    List<Double> ratios() {
        var ratios = new ArrayList<Double>();
        for (int round = 0; round < ours.size(); round++) {
            ratios.add(ours.get(round) * 2 / (baseline.get(round) + baseline.get(round + 1)));
        }
        return ratios;
    }
}
