package cn.zhigong.platform.reference;

import static cn.zhigong.platform.reference.Violation.BIRTH_DATE;
import static cn.zhigong.platform.reference.Violation.BIRTH_DATE_MISMATCH;
import static cn.zhigong.platform.reference.Violation.BIRTH_IN_FUTURE;
import static cn.zhigong.platform.reference.Violation.CHARACTERS;
import static cn.zhigong.platform.reference.Violation.DISTRICT;
import static cn.zhigong.platform.reference.Violation.LENGTH;
import static cn.zhigong.platform.reference.Violation.NATIONALITY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads one claimed identity document by the format rules of its kind and collects everything that is wrong. */
final class DocumentReader {
    private static final int PERMIT_DIGITS = 8;
    private static final int OLD_PERMIT_DIGITS = 10;
    private static final int OLD_FOREIGN = 15;
    private static final int PASSPORT_MIN = 5;
    private static final int PASSPORT_MAX = 17;

    private final IdentityDocument.Claim claim;
    private final LocalDate today;
    private final String number;
    private final List<Violation> violations = new ArrayList<>();
    private @Nullable LocalDate birthDate;

    DocumentReader(IdentityDocument.Claim claim, LocalDate today) {
        this.claim = claim;
        this.today = today;
        this.number = unbracketed(Typed.upper(Typed.narrow(claim.number())));
        this.birthDate = claim.birthDate();
    }

    Parsed<IdentityDocument> read() {
        if (birthDate != null && birthDate.isAfter(today)) {
            violations.add(BIRTH_IN_FUTURE);
        }
        readNumber();
        var nationality = readNationality();
        return violations.isEmpty()
                ? new Parsed.Valid<>(new IdentityDocument(claim.type(), number, nationality, birthDate))
                : new Parsed.Invalid<>(violations);
    }

    private void readNumber() {
        switch (claim.type()) {
            case RESIDENT_ID -> residentNumber(place -> place.charAt(0) <= '7');
            case HK_MACAO_RESIDENCE -> residentNumber(place -> place.equals("810000") || place.equals("820000"));
            case TAIWAN_RESIDENCE -> residentNumber(place -> place.equals("830000"));
            case FOREIGN_PERMANENT -> foreignPermanent();
            case HK_MACAO_PERMIT -> hongKongMacaoPermit();
            case TAIWAN_PERMIT -> taiwanPermit();
            case PASSPORT -> passport();
        }
    }

    private void residentNumber(Predicate<String> placeFits) {
        switch (ResidentNumber.parse(number, today)) {
            case Parsed.Invalid<ResidentNumber>(var wrong) -> violations.addAll(wrong);
            case Parsed.Valid<ResidentNumber>(var resident) -> {
                if (!placeFits.test(resident.districtCode())) {
                    violations.add(DISTRICT);
                }
                if (birthDate != null && !birthDate.equals(resident.birthDate())) {
                    violations.add(BIRTH_DATE_MISMATCH);
                }
                birthDate = resident.birthDate();
            }
        }
    }

    private void foreignPermanent() {
        if (number.length() != OLD_FOREIGN) {
            residentNumber(place -> place.startsWith("9"));
            return;
        }
        var letters = number.substring(0, 3).chars().allMatch(Typed::isLetter);
        require(letters && Typed.isDigits(number.substring(3)), CHARACTERS);
    }

    private void hongKongMacaoPermit() {
        var digits = number.length() - 1;
        require(digits == PERMIT_DIGITS || digits == OLD_PERMIT_DIGITS, LENGTH);
        var initial = number.startsWith("H") || number.startsWith("M");
        require(initial && Typed.isDigits(number.substring(1)), CHARACTERS);
    }

    private void taiwanPermit() {
        var withLetter = number.length() == OLD_PERMIT_DIGITS + 1 && Typed.isLetter(number.charAt(OLD_PERMIT_DIGITS));
        var digits = withLetter ? number.substring(0, OLD_PERMIT_DIGITS) : number;
        require(digits.length() == PERMIT_DIGITS || digits.length() == OLD_PERMIT_DIGITS, LENGTH);
        require(Typed.isDigits(digits), CHARACTERS);
    }

    private void passport() {
        require(number.length() >= PASSPORT_MIN && number.length() <= PASSPORT_MAX, LENGTH);
        require(number.chars().allMatch(Typed::isLetterOrDigit), CHARACTERS);
        require(birthDate != null, BIRTH_DATE);
        require(claim.nationality() != null, NATIONALITY);
    }

    private @Nullable String readNationality() {
        var stated = Optional.ofNullable(claim.nationality());
        var country = stated.flatMap(Countries::alpha2);
        require(stated.isEmpty() || country.isPresent(), NATIONALITY);
        return country.orElse(null);
    }

    private void require(boolean holds, Violation otherwise) {
        if (!holds) {
            violations.add(otherwise);
        }
    }

    /** Old Taiwan booklets print the issuing office's letter in brackets. */
    private static String unbracketed(String number) {
        var size = number.length();
        return size > 3 && number.charAt(size - 3) == '(' && number.endsWith(")")
                ? number.substring(0, size - 3) + number.charAt(size - 2)
                : number;
    }
}
