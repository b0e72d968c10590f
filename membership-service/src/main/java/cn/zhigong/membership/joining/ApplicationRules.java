package cn.zhigong.membership.joining;

import static cn.zhigong.membership.joining.JoinProblem.UNDER_WORKING_AGE;
import static cn.zhigong.platform.problem.CommonProblem.INVALID_CONTENT;

import cn.zhigong.membership.member.PersonalData;
import cn.zhigong.platform.problem.Violation;
import cn.zhigong.platform.reference.CreditCode;
import cn.zhigong.platform.reference.Division;
import cn.zhigong.platform.reference.Divisions;
import cn.zhigong.platform.reference.IdentityDocument;
import cn.zhigong.platform.reference.MobilePhone;
import cn.zhigong.platform.reference.Parsed;
import cn.zhigong.platform.reference.PersonName;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what an applicant typed, and says everything that is wrong with it at once. */
final class ApplicationRules {

    /** 劳动法 §15. */
    private static final int WORKING_AGE = 16;

    private static final int DISTRICT_DIGITS = 6;
    private static final int STREET_DIGITS = 9;

    private final NewApplication wanted;
    private final LocalDate today;
    private final List<Violation> violations = new ArrayList<>();

    private ApplicationRules(NewApplication wanted, LocalDate today) {
        this.wanted = wanted;
        this.today = today;
    }

    /**
     * The content of an application.
     *
     * @param provenPhone the phone the caller proved, which then takes the place of what was typed
     * @param today the business date, by which ages count
     */
    static Particulars read(NewApplication wanted, @Nullable MobilePhone provenPhone, LocalDate today) {
        return new ApplicationRules(wanted, today).read(provenPhone);
    }

    private Particulars read(@Nullable MobilePhone provenPhone) {
        var identity = identity();
        var name = accepted("identity.name", PersonName.parse(wanted.identity().name()));
        var phone = Optional.ofNullable(provenPhone).or(this::phone);
        var workplace = workplace();
        requireConsents();
        if (identity.isEmpty() || name.isEmpty() || phone.isEmpty() || !violations.isEmpty()) {
            throw INVALID_CONTENT.problem().at(violations);
        }
        requireWorkingAge(identity.get());
        return new Particulars(new PersonalData(identity.get(), name.get(), phone.get()), workplace);
    }

    private Optional<IdentityDocument> identity() {
        var typed = wanted.identity();
        var claim = new IdentityDocument.Claim(typed.type(), typed.number(), typed.nationality(), typed.birthDate());
        var read = accepted("identity.number", IdentityDocument.parse(claim, today));
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
        var usingUnit = dispatch == null ? null : dispatch.usingUnit();
        return new Workplace(
                creditCode("employer.creditCode", employer),
                employer == null ? null : employer.name(),
                wanted.employmentForm(),
                wanted.workerGroup(),
                district(),
                wanted.street() == null ? null : wanted.street().substring(0, STREET_DIGITS),
                wanted.zone(),
                dispatch == null ? null : dispatch.choice(),
                creditCode("dispatch.usingUnit.creditCode", usingUnit),
                usingUnit == null ? null : usingUnit.name());
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

    /** An abolished division stands for the one that holds its territory today. */
    private @Nullable String district() {
        if (wanted.district() == null) {
            return wanted.street() == null ? null : today(wanted.street().substring(0, DISTRICT_DIGITS));
        }
        var district = today(wanted.district());
        if (district == null) {
            violations.add(new Violation("district", "NOT_FOUND"));
        }
        return district;
    }

    private static @Nullable String today(String code) {
        return Divisions.shipped().today(code).map(Division::code).orElse(null);
    }

    private void requireConsents() {
        var given = EnumSet.noneOf(NewApplication.Consent.Purpose.class);
        for (var consent : wanted.consents()) {
            if (!given.add(consent.purpose())) {
                violations.add(new Violation("consents", "DUPLICATE"));
            }
            if (!consent.version().equals(wanted.charterVersion())) {
                violations.add(new Violation("consents", "CONSENT_TO_OTHER_VERSION"));
            }
        }
        EnumSet.complementOf(given)
                .forEach(missing -> violations.add(new Violation("consents", "CONSENT_TO_" + missing)));
    }

    private void requireWorkingAge(IdentityDocument identity) {
        var birth = identity.birthDate();
        if (birth != null && Period.between(birth, today).getYears() < WORKING_AGE) {
            throw UNDER_WORKING_AGE.with("age", WORKING_AGE);
        }
    }

    private <T> Optional<T> accepted(String field, Parsed<T> parsed) {
        parsed.violations().forEach(wrong -> violations.add(new Violation(field, wrong.name())));
        return parsed.toOptional();
    }
}
