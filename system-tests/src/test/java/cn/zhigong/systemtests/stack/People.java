package cn.zhigong.systemtests.stack;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Invents people, and remembers them for the search after traces they have left. */
public final class People {

    private static final String GIVEN_NAMES = "伟芳娜敏静强磊洋艳勇军杰娟涛明超";
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private final Collection<Person> everybody = new ConcurrentLinkedQueue<>();
    private final Random random;

    People() {
        var seed = System.nanoTime();
        System.out.println("The people of this run come from seed " + seed);
        random = new Random(seed);
    }

    /** A grown-up from Pudong. */
    public Person next() {
        return bornOn(LocalDate.of(1970, 1, 1).plusDays(random.nextInt(30 * 365)));
    }

    public Person bornOn(LocalDate day) {
        return of("310115", DateTimeFormatter.BASIC_ISO_DATE.format(day));
    }

    /**
     * Somebody whose number begins like this.
     *
     * @param birth eight digits, which need not be a date
     */
    public Person of(String division, String birth) {
        // From 980 on the local identity check answers in its own ways.
        var digits = "%s%s%03d".formatted(division, birth, random.nextInt(1, 980));
        var name = "欧阳" + letter() + letter();
        var person = new Person(name, digits + checkDigit(digits), "13%09d".formatted(random.nextInt(1_000_000_000)));
        everybody.add(person);
        return person;
    }

    private char letter() {
        return GIVEN_NAMES.charAt(random.nextInt(GIVEN_NAMES.length()));
    }

    public Collection<Person> everybody() {
        return everybody;
    }

    /** GB 11643, by ISO 7064 MOD 11-2. */
    public static char checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        return "10X98765432".charAt(sum % 11);
    }
}
