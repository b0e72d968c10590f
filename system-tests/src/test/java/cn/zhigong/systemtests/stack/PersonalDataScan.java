package cn.zhigong.systemtests.stack;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds identity numbers and mobile numbers in text, whether or not they belong to anybody we know. */
public final class PersonalDataScan {

    // Not part of a longer number, word or UUID. Decimal fractions are no phones.
    private static final Pattern NUMBER = Pattern.compile("(?<![0-9A-Za-z])[1-9]\\d{16}[0-9Xx](?![0-9A-Za-z])");
    private static final Pattern PHONE = Pattern.compile("(?<![0-9A-Za-z.-])(?:\\+?86)?(1[3-9]\\d{9})(?![0-9A-Za-z-])");

    private final Set<String> secrets;
    private final Predicate<String> allowed;
    private final Set<String> findings = new LinkedHashSet<>();

    /**
     * A search that knows the people of this run.
     *
     * @param allowed numbers that may stand anywhere, such as what a fixture publishes
     */
    public PersonalDataScan(People people, Predicate<String> allowed) {
        // Of people we know also what no pattern would find: a number run together with other digits, a name.
        secrets = people.everybody().stream()
                .flatMap(it -> Set.of(it.name(), it.number(), it.phone()).stream())
                .collect(Collectors.toSet());
        this.allowed = allowed;
    }

    /**
     * Reads one text.
     *
     * @param where named in the finding; the number itself is not, since findings are logged
     */
    public void read(String where, String text) {
        NUMBER.matcher(text)
                .results()
                .map(match -> match.group())
                .filter(PersonalDataScan::isResidentNumber)
                .filter(allowed.negate())
                .forEach(number -> report(where, "an identity number", text, number));
        PHONE.matcher(text)
                .results()
                .map(match -> match.group(1))
                .filter(allowed.negate())
                .forEach(phone -> report(where, "a mobile number", text, phone));
        secrets.stream()
                .filter(text::contains)
                .forEach(secret -> report(where, "data of a test's person", text, secret));
    }

    private void report(String where, String what, String text, String found) {
        int at = text.indexOf(found);
        var before = text.substring(Math.max(0, at - 60), at);
        var after = text.substring(at + found.length(), Math.min(text.length(), at + found.length() + 20));
        findings.add("%s holds %s: ...%s[%d characters]%s...".formatted(where, what, before, found.length(), after));
    }

    public Set<String> findings() {
        return findings;
    }

    static boolean isResidentNumber(String number) {
        try {
            var _ = LocalDate.of(
                    Integer.parseInt(number, 6, 10, 10),
                    Integer.parseInt(number, 10, 12, 10),
                    Integer.parseInt(number, 12, 14, 10));
        } catch (DateTimeException _) {
            return false;
        }
        return People.checkDigit(number) == Character.toUpperCase(number.charAt(17));
    }
}
