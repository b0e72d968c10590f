package cn.zhigong.membership.importing;

import static cn.zhigong.membership.importing.RosterField.BIRTH;
import static cn.zhigong.membership.importing.RosterField.EMPLOYMENT_FORM;
import static cn.zhigong.membership.importing.RosterField.GROUP;
import static cn.zhigong.membership.importing.RosterField.IDENTITY_NUMBER;
import static cn.zhigong.membership.importing.RosterField.IDENTITY_TYPE;
import static cn.zhigong.membership.importing.RosterField.JOINED;
import static cn.zhigong.membership.importing.RosterField.NAME;
import static cn.zhigong.membership.importing.RosterField.NATIONALITY;
import static cn.zhigong.membership.importing.RosterField.ORGANISATION;
import static cn.zhigong.membership.importing.RosterField.PHONE;
import static cn.zhigong.membership.importing.RosterField.STANDING;
import static cn.zhigong.membership.importing.RosterField.WORKER_GROUP;

import cn.zhigong.membership.member.PersonalData;
import cn.zhigong.platform.reference.IdentityDocument;
import cn.zhigong.platform.reference.IdentityType;
import cn.zhigong.platform.reference.MobilePhone;
import cn.zhigong.platform.reference.Parsed;
import cn.zhigong.platform.reference.PersonName;
import cn.zhigong.platform.reference.VisibleText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one row after another, and collects everything that is wrong with each. */
final class RowReader {

    /** No member joined a union before there was one (中华全国总工会, 1925). */
    private static final LocalDate FIRST_UNION = LocalDate.of(1925, 5, 1);

    /** Nobody younger may be employed (劳动法 §15). */
    private static final int WORKING_AGE = 16;

    /** A row: what it says, or everything that is wrong with it. */
    sealed interface Reading {

        record Good(PersonalData person, RosterFacts facts) implements Reading {}

        /**
         * Nothing of it is kept.
         *
         * @param flaws never empty
         */
        record Bad(List<RowFlaw> flaws) implements Reading {

            /** The gravest decides: whoever mends the row sees them all. */
            RowResult result() {
                if (has(IDENTITY_NUMBER) || has(IDENTITY_TYPE)) {
                    return RowResult.ID_CHECK_FAILED;
                }
                if (has(ORGANISATION)) {
                    return RowResult.ORG_NOT_FOUND;
                }
                return flaws.equals(List.of(TOO_YOUNG)) ? RowResult.UNDER_16 : RowResult.INVALID;
            }

            private boolean has(RosterField field) {
                return flaws.stream().anyMatch(flaw -> flaw.field() == field);
            }
        }
    }

    private static final RowFlaw TOO_YOUNG = new RowFlaw(BIRTH, "UNDER_16");

    private final Heading heading;
    private final Places places;
    private final LocalDate today;

    RowReader(Heading heading, Places places, LocalDate today) {
        this.heading = heading;
        this.places = places;
        this.today = today;
    }

    Reading read(List<String> cells) {
        return new OneRow(cells).read();
    }

    private final class OneRow {

        private final List<String> cells;
        private final List<RowFlaw> flaws = new ArrayList<>();

        OneRow(List<String> cells) {
            this.cells = cells;
        }

        Reading read() {
            var name = required(NAME, PersonName::parse);
            var document = document();
            var phone = required(PHONE, MobilePhone::parse);
            var union = union();
            var facts = new RosterFacts(
                    union == null ? places.own() : union,
                    union == null ? null : group(union),
                    joinedOn(),
                    optional(EMPLOYMENT_FORM, Words::employmentForm),
                    optional(WORKER_GROUP, Words::workerGroup),
                    Boolean.TRUE.equals(optional(STANDING, Words::retired)));
            return name == null || document == null || phone == null || !flaws.isEmpty()
                    ? new Reading.Bad(flaws)
                    : new Reading.Good(new PersonalData(document, name, phone), facts);
        }

        private @Nullable IdentityDocument document() {
            var number = cell(IDENTITY_NUMBER);
            if (number.isEmpty()) {
                flaw(IDENTITY_NUMBER, "REQUIRED");
                return null;
            }
            var typed = cell(IDENTITY_TYPE);
            var type = typed.isEmpty() ? IdentityType.RESIDENT_ID : optional(IDENTITY_TYPE, Words::identityType);
            var birth = optional(BIRTH, RosterDates::parse);
            if (type == null) {
                return null;
            }
            var nationality = cell(NATIONALITY);
            var claim = new IdentityDocument.Claim(type, number, nationality.isEmpty() ? null : nationality, birth);
            var document = parsed(IDENTITY_NUMBER, IdentityDocument.parse(claim, today));
            if (document != null && isTooYoung(document)) {
                flaws.add(TOO_YOUNG);
            }
            return document;
        }

        private boolean isTooYoung(IdentityDocument document) {
            var born = document.birthDate();
            return born != null && born.plusYears(WORKING_AGE).isAfter(today);
        }

        private @Nullable UUID union() {
            var union = places.union(cell(ORGANISATION));
            if (union == null) {
                flaw(ORGANISATION, "NOT_FOUND");
            }
            return union;
        }

        private @Nullable UUID group(UUID union) {
            return optional(
                    GROUP, name -> Optional.ofNullable(places.group(union, VisibleText.normalised(name))), "NOT_FOUND");
        }

        private @Nullable LocalDate joinedOn() {
            var day = optional(JOINED, RosterDates::parse);
            if (day != null && day.isAfter(today)) {
                flaw(JOINED, "IN_THE_FUTURE");
            } else if (day != null && day.isBefore(FIRST_UNION)) {
                flaw(JOINED, "FORMAT");
            }
            return day;
        }

        private <T> @Nullable T required(RosterField field, Function<String, Parsed<T>> parse) {
            var cell = cell(field);
            if (cell.isEmpty()) {
                flaw(field, "REQUIRED");
                return null;
            }
            return parsed(field, parse.apply(cell));
        }

        private <T> @Nullable T parsed(RosterField field, Parsed<T> parsed) {
            parsed.violations().forEach(violation -> flaw(field, violation.name()));
            return parsed.toOptional().orElse(null);
        }

        private <T> @Nullable T optional(RosterField field, Function<String, Optional<T>> read) {
            return optional(field, read, "FORMAT");
        }

        private <T> @Nullable T optional(RosterField field, Function<String, Optional<T>> read, String otherwise) {
            var cell = cell(field);
            if (cell.isEmpty()) {
                return null;
            }
            var value = read.apply(cell);
            if (value.isEmpty()) {
                flaw(field, otherwise);
            }
            return value.orElse(null);
        }

        private String cell(RosterField field) {
            return heading.cell(cells, field);
        }

        private void flaw(RosterField field, String code) {
            flaws.add(new RowFlaw(field, code));
        }
    }
}
