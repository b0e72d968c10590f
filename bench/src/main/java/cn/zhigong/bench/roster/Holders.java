package cn.zhigong.bench.roster;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;

/**
 * Who can hold an identity card: each number from 0 on is another place, birthday and sequence. Places and ages have
 * shares of all numbers by their weight, so numbers in an order of chance are people as they are spread.
 */
final class Holders {

    static final int YOUNGEST = 17;

    /** Of ages from 17 to 59, five years each: how many of a hundred workers. */
    private static final int[] AGES = {8, 11, 14, 15, 14, 12, 11, 9, 6};

    private static final int YEARS_IN_ONE = 5;
    private static final int OLDEST = 59;
    private static final int DAYS = 365;

    /** Sequences from 980 on tell the local identity provider to fail. */
    private static final int PAIRS_OF_SEQUENCES = 489;

    private final LocalDate today;
    private final String[] places;
    private final long[] ends;

    /** @param sequence odd of a man */
    record Holder(String place, LocalDate birthday, int sequence) {

        boolean isMan() {
            return sequence % 2 == 1;
        }

        String number() {
            return ResidentNumbers.completed(
                    place + birthday.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(sequence));
        }
    }

    Holders(LocalDate today) {
        this.today = today;
        var lines = WordLists.read("places.txt");
        this.places = lines.stream().flatMap(line -> line.stream().skip(1)).toArray(String[]::new);
        var weights = lines.stream()
                .flatMapToDouble(line ->
                        line.stream().skip(1).mapToDouble(_ -> Double.parseDouble(line.getFirst()) / line.size()))
                .toArray();
        this.ends = ends(weights);
    }

    private static long[] ends(double[] weights) {
        var most = Arrays.stream(weights).max().orElseThrow()
                * Arrays.stream(AGES).max().orElseThrow();
        var ages = OLDEST - YOUNGEST + 1;
        var ends = new long[weights.length * ages];
        var sum = 0L;
        for (var i = 0; i < ends.length; i++) {
            var share = weights[i / ages] * AGES[i % ages / YEARS_IN_ONE] / most;
            // A sequence for men and one for women on each day at least.
            sum += 2L * DAYS * Math.max(1, Math.round(PAIRS_OF_SEQUENCES * share));
            ends[i] = sum;
        }
        return ends;
    }

    long count() {
        return ends[ends.length - 1];
    }

    Holder at(long number) {
        var found = Arrays.binarySearch(ends, number + 1);
        var cell = found < 0 ? -found - 1 : found;
        var within = number - (cell == 0 ? 0 : ends[cell - 1]);
        var ages = OLDEST - YOUNGEST + 1;
        var birthday = today.minusYears(YOUNGEST + cell % ages).minusDays(within % DAYS);
        return new Holder(places[cell / ages], birthday, (int) (1 + within / DAYS));
    }
}
