package cn.zhigong.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A baseline and ours, measured in turn: B A B A ... B. Each of ours is divided by the mean of the baselines right
 * before and after it, so that what slows the machine for a while slows both.
 */
record Comparison(List<Leg> baseline, List<Leg> ours) {

    Comparison {
        if (baseline.size() != ours.size() + 1) {
            throw new IllegalArgumentException("A baseline leg belongs before and after each of ours");
        }
    }

    static Comparison inTurn(int rounds, Supplier<Leg> baseline, Supplier<Leg> ours, Runnable afterRound) {
        var bare = new ArrayList<Leg>();
        var own = new ArrayList<Leg>();
        bare.add(baseline.get());
        for (int round = 0; round < rounds; round++) {
            own.add(ours.get());
            bare.add(baseline.get());
            afterRound.run();
            System.err.printf(
                    "round %d: %.0f/s %s, baseline %.0f/s%n",
                    round + 1,
                    own.getLast().rate(),
                    costs(own.getLast()),
                    bare.getLast().rate());
        }
        return new Comparison(bare, own);
    }

    /** Our rate, and what part of the baseline's it is. */
    Measure rate(String name, String unit, String against) {
        return Measure.compared(name, unit, values(ours, Leg::rate), ratios(Leg::rate), against);
    }

    /** The baseline's rate alone. */
    Measure baseline(String name, String unit, String against) {
        return Measure.of(name, unit, values(baseline, Leg::rate), against);
    }

    /** Our processor time for each unit. */
    Measure cpu(String name, String process, String unit, @Nullable String note) {
        return Measure.of(name, unit, values(ours, leg -> leg.cpu(process)), note);
    }

    /**
     * Our processor time for each unit, and how many times the baseline's it is, of a process that both watch by that
     * name.
     */
    Measure comparedCpu(String name, String process, String unit, String against) {
        ToDoubleFunction<Leg> cpu = leg -> leg.cpu(process);
        return Measure.compared(name, unit, values(ours, cpu), ratios(cpu), against);
    }

    List<Double> ratios(ToDoubleFunction<Leg> value) {
        var ratios = new ArrayList<Double>();
        for (int round = 0; round < ours.size(); round++) {
            var around = value.applyAsDouble(baseline.get(round)) + value.applyAsDouble(baseline.get(round + 1));
            ratios.add(value.applyAsDouble(ours.get(round)) * 2 / around);
        }
        return ratios;
    }

    private static List<Double> values(List<Leg> legs, ToDoubleFunction<Leg> value) {
        return legs.stream().mapToDouble(value).boxed().toList();
    }

    private static String costs(Leg leg) {
        var text = new StringBuilder();
        leg.cpu().forEach((process, micros) -> text.append(" %s %.0f us".formatted(process, micros)));
        return text.toString().strip();
    }
}
