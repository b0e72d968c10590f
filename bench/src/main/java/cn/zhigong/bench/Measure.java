package cn.zhigong.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a report.
 *
 * @param ratio value divided by the baseline's, median of the rounds; null without a baseline
 * @param against the baseline, or the goal where there is none
 * @param runs the rounds' ratios, or their values where there is no baseline
 */
record Measure(
        String name,
        double value,
        String unit,
        @Nullable Double ratio,
        @Nullable String against,
        @Nullable List<Double> runs) {

    static Measure of(String name, String unit, List<Double> values, @Nullable String goal) {
        return new Measure(name, Report.median(values), unit, null, goal, Report.rounded(values));
    }

    static Measure compared(String name, String unit, List<Double> values, List<Double> ratios, String baseline) {
        return new Measure(name, Report.median(values), unit, Report.median(ratios), baseline, Report.rounded(ratios));
    }

    String line() {
        var text = new StringBuilder("%s %s %s".formatted(name, Report.text(value), unit));
        if (ratio != null) {
            text.append(" ratio=").append(Report.text(ratio));
        }
        if (against != null) {
            text.append(" (").append(against).append(')');
        }
        return text.toString();
    }
}
