package cn.zhigong.bench.roster;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;

/** Invented workers: each number from 0 on is another one, with a document and a phone that no other has. */
final class People {

    private static final long NUMBERS_OF_A_PREFIX = 100_000_000;
    private static final List<String> PREFIXES = List.of(
            "130", "131", "132", "133", "135", "136", "137", "138", "139", "147", "150", "151", "152", "153", "155",
            "156", "157", "158", "159", "166", "173", "175", "176", "177", "178", "180", "181", "182", "183", "185",
            "186", "187", "188", "189", "191", "195", "198", "199");

    /** Of those who could be: women from 50, men from 55. */
    private static final double RETIRED_WOMEN = 0.2;

    private static final double RETIRED_MEN = 0.05;

    private final long seed;
    private final LocalDate today;
    private final Holders holders;
    private final Names names = new Names();
    private final Permutation documents;
    private final Permutation phones;

    People(long seed, LocalDate today) {
        this.seed = seed;
        this.today = today;
        this.holders = new Holders(today);
        this.documents = new Permutation(holders.count(), Scatter.mixed(seed, -2));
        this.phones = new Permutation(PREFIXES.size() * NUMBERS_OF_A_PREFIX, Scatter.mixed(seed, -3));
    }

    long count() {
        return holders.count();
    }

    RosterRow at(long number) {
        var random = Scatter.draws(seed, number);
        var holder = holders.at(documents.at(number));
        var form = EmploymentForm.ALL.draw(random);
        return new RosterRow(
                names.of(holder, random),
                holder.isMan(),
                holder.number(),
                phone(phones.at(number)),
                joinedOn(holder.birthday(), random),
                form,
                WorkerGroup.draw(form, random),
                isRetired(holder, random));
    }

    private static String phone(long number) {
        return PREFIXES.get((int) (number / NUMBERS_OF_A_PREFIX)) + "%08d".formatted(number % NUMBERS_OF_A_PREFIX);
    }

    /** Most not long ago, nobody before they could work. */
    private LocalDate joinedOn(LocalDate birthday, Random random) {
        var working = birthday.plusYears(Holders.YOUNGEST).until(today, ChronoUnit.DAYS);
        var part = random.nextDouble();
        return today.minusDays(Math.round(working * part * part));
    }

    private boolean isRetired(Holders.Holder holder, Random random) {
        var age = holder.birthday().until(today, ChronoUnit.YEARS);
        var could = holder.isMan() ? age >= 55 : age >= 50;
        return could && random.nextDouble() < (holder.isMan() ? RETIRED_MEN : RETIRED_WOMEN);
    }
}
