package cn.zhigong.bench.roster;

import java.time.LocalDate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A list of invented workers: the same for the same arguments, whatever the day. Rows are computed one by one as they
 * are asked for; with one seed, rosters of other people are those that begin elsewhere.
 */
public final class Roster {

    /** Fixed, or a seed would mean other people tomorrow. All were at least 17 then, and no join date is later. */
    static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

    private final long seed;
    private final long first;
    private final long rows;
    private final Dirt dirt;
    private final People people;
    private final Permutation order;

    /** @param first the number of the first person */
    public Roster(long seed, long first, long rows, Dirt dirt) {
        this.people = new People(seed, TODAY);
        if (rows < 1 || first < 0 || first > people.count() - rows) {
            throw new IllegalArgumentException("There are people from 0 to %d".formatted(people.count() - 1));
        }
        this.seed = seed;
        this.first = first;
        this.rows = rows;
        this.dirt = dirt;
        this.order = new Permutation(rows, Scatter.mixed(seed, -4));
    }

    public long rows() {
        return rows;
    }

    public Stream<RosterRow> stream() {
        return LongStream.range(0, rows).mapToObj(this::row);
    }

    /** How many rows have a flaw. */
    long rows(Flaw flaw) {
        return dirt.rows(flaw, rows);
    }

    RosterRow row(long index) {
        var flaw = flaw(index);
        if (flaw == null) {
            return people.at(first + index);
        }
        var who = flaw == Flaw.DUPLICATE ? cleanAfter(index) : index;
        return flaw.spoilt(people.at(first + who), TODAY, Scatter.draws(~seed, first + index));
    }

    /** By the row's place in an order of chance: so many rows as wanted, spread over the file. */
    @Nullable Flaw flaw(long index) {
        var place = order.at(index);
        for (var flaw : Flaw.values()) {
            place -= rows(flaw);
            if (place < 0) {
                return flaw;
            }
        }
        return null;
    }

    /** The next row that is as it should be, a little further on; behind the last comes the first. */
    private long cleanAfter(long index) {
        var place = (index + 1 + Math.floorMod(Scatter.mixed(seed, ~index), Math.min(rows, 1_000))) % rows;
        while (flaw(place) != null) {
            place = (place + 1) % rows;
        }
        return place;
    }
}
