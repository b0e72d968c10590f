package cn.zhigong.membership.joining;

import static cn.zhigong.membership.joining.JoinProblem.UNDER_WORKING_AGE;
import static cn.zhigong.platform.problem.CommonProblem.INVALID_CONTENT;

import cn.zhigong.membership.member.EmploymentForm;
import cn.zhigong.membership.member.PersonalData;
import cn.zhigong.platform.problem.Violation;
import cn.zhigong.platform.reference.CreditCode;
import cn.zhigong.platform.reference.Division;
import cn.zhigong.platform.reference.Divisions;
import cn.zhigong.platform.reference.IdentityDocument;
import cn.zhigong.platform.reference.MobilePhone;
import cn.zhigong.platform.reference.Parsed;
import cn.zhigong.platform.reference.PersonName;
import cn.zhigong.platform.reference.VisibleText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what an applicant typed, and says everything that is wrong with it at once. */
final class ApplicationReader {

    /**
     * What is known beside it.
     *
     * @param provenPhone the phone the caller proved, which then takes the place of what was typed
     * @param agreed the charter that the applicant agreed to before
     * @param today the business date, by which ages count
     */
    record Known(
            @Nullable MobilePhone provenPhone, @Nullable String agreed, LocalDate today) {}

    private static final int DISTRICT_DIGITS = 6;
    private static final int STREET_DIGITS = 9;

    private final Details wanted;
    private final Known known;
    private final List<Violation> violations = new ArrayList<>();

    private ApplicationReader(Details wanted, Known known) {
        this.wanted = wanted;
        this.known = known;
    }

    /**
     * The content of an application.
     *
     * @throws cn.zhigong.platform.problem.Problem INVALID_CONTENT with violations, UNDER_WORKING_AGE
     */
    static Particulars read(Details wanted, Known known) {
        return new ApplicationReader(wanted, known).read();
    }

    private Particulars read() {
        var identity = identity();
        var name = accepted("identity.name", PersonName.parse(wanted.identity().name()));
        var phone = Optional.ofNullable(known.provenPhone()).or(this::phone);
        var workplace = workplace();
        ConsentRules.violations(wanted.charterVersion(), wanted.consents(), known.agreed())
                .forEach(code -> violations.add(new Violation("consents", code)));
        if (identity.isEmpty() || name.isEmpty() || phone.isEmpty() || !violations.isEmpty()) {
            throw INVALID_CONTENT.problem().at(violations);
        }
        requireWorkingAge(identity.get());
        return new Particulars(new PersonalData(identity.get(), name.get(), phone.get()), workplace);
    }

    private Optional<IdentityDocument> identity() {
        var typed = wanted.identity();
        var claim = new IdentityDocument.Claim(typed.type(), typed.number(), typed.nationality(), typed.birthDate());
        var read = accepted("identity.number", IdentityDocument.parse(claim, known.today()));
        if (read.isPresent() && read.get().birthDate() == null) {
            violations.add(new Violation("identity.birthDate", "REQUIRED"));
        }
        return read;
    }

    private Optional<MobilePhone> phone() {
        if (wanted.phone() == null) {
            violations.add(new Violation("phone", "REQUIRED"));
            return Optional.empty();
        }
        return accepted("phone", MobilePhone.parse(wanted.phone()));
    }

    private Workplace workplace() {
        var employer = wanted.employer();
        var dispatch = wanted.dispatch();
        // A dispatched worker without a choice may not know of it: they go to the firm's union, as the employer's.
        if (dispatch != null && wanted.employmentForm() != EmploymentForm.DISPATCH) {
            violations.add(new Violation("dispatch", "NOT_DISPATCHED"));
        }
        var usingUnit = dispatch == null ? null : dispatch.usingUnit();
        return new Workplace(
                creditCode("employer.creditCode", employer),
                visible("employer.name", employer == null ? null : employer.name()),
                wanted.employmentForm(),
                wanted.workerGroup(),
                district(),
                wanted.street() == null ? null : wanted.street().substring(0, STREET_DIGITS),
                visible("zone", wanted.zone()),
                dispatch == null ? null : dispatch.choice(),
                creditCode("dispatch.usingUnit.creditCode", usingUnit),
                visible("dispatch.usingUnit.name", usingUnit == null ? null : usingUnit.name()));
    }

    /**
     * Codes of pilot areas are valid and fail their check (GB 32100-2015, before its check was kept to everywhere); a
     * worker cannot know that.
     */
    private @Nullable String creditCode(String field, NewApplication.@Nullable Employer employer) {
        return employer == null || employer.creditCode() == null
                ? null
                : accepted(field, CreditCode.parseOverridden(employer.creditCode()))
                        .map(CreditCode::value)
                        .orElse(null);
    }

    /** Officers read it, and it comes by the page as well, where no annotation is looked at. */
    private @Nullable String visible(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (!VisibleText.isVisible(text)) {
            violations.add(new Violation(field, "INVISIBLE"));
            return null;
        }
        return VisibleText.normalised(text);
    }

    /** An abolished division stands for the one that holds its territory today. */
    private @Nullable String district() {
        var street = wanted.street();
        var ofStreet = street == null ? null : today(street.substring(0, DISTRICT_DIGITS));
        if (wanted.district() == null) {
            return ofStreet;
        }
        var district = today(wanted.district());
        if (district == null) {
            violations.add(new Violation("district", "NOT_FOUND"));
        } else if (street != null && !district.equals(ofStreet)) {
            violations.add(new Violation("street", "OUTSIDE_THE_DISTRICT"));
        }
        return district;
    }

    private static @Nullable String today(String code) {
        return Divisions.shipped().today(code).map(Division::code).orElse(null);
    }

    private void requireWorkingAge(IdentityDocument identity) {
        var birth = identity.birthDate();
        if (birth != null && !AgeRules.mayWork(birth, known.today())) {
            throw UNDER_WORKING_AGE.with("age", AgeRules.WORKING_AGE);
        }
    }

    private <T> Optional<T> accepted(String field, Parsed<T> parsed) {
        parsed.violations().forEach(wrong -> violations.add(new Violation(field, wrong.name())));
        return parsed.toOptional();
    }
}
