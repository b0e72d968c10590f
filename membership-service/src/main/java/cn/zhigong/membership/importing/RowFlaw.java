package cn.zhigong.membership.importing;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Something in a row that cannot be.
 *
 * @param code as in the violations of an answer
 */
record RowFlaw(RosterField field, String code) {

    /** Several as they stand in the database. */
    static String written(List<RowFlaw> flaws) {
        return flaws.stream().map(flaw -> flaw.field() + " " + flaw.code()).collect(Collectors.joining("\n"));
    }

    static List<RowFlaw> read(String written) {
        return written.lines()
                .map(line -> line.split(" ", 2))
                .map(parts -> new RowFlaw(RosterField.valueOf(parts[0]), parts[1]))
                .toList();
    }
}
