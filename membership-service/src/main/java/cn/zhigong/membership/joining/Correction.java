package cn.zhigong.membership.joining;

import cn.zhigong.membership.member.EmploymentForm;
import cn.zhigong.membership.member.PersonalData;
import cn.zhigong.membership.member.WorkerGroup;
import cn.zhigong.platform.reference.IdentityDocument;
import cn.zhigong.platform.reference.IdentityType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The part of an application that its applicant may correct; the join code stays as it was given.
 *
 * @param charterVersion another than before is agreed to by new consents
 * @param consents null as long as the earlier ones stand
 */
record Correction(
        @NotNull @Valid NewApplication.Identity identity,
        @NotBlank @Size(max = 64) String phone,
        @Valid NewApplication.@Nullable Employer employer,
        @NotNull EmploymentForm employmentForm,
        @Nullable WorkerGroup workerGroup,
        @Nullable @Pattern(regexp = "\\d{6}") String district,
        @Nullable @Pattern(regexp = "\\d{9}|\\d{12}") String street,
        @Nullable @Size(max = 40) String zone,
        @Valid NewApplication.@Nullable Dispatch dispatch,
        @NotBlank @Size(max = 32) String charterVersion,
        @Nullable @Size(max = 10) List<NewApplication.@NotNull @Valid Consent> consents)
        implements Details {

    private static final int RESIDENT_NUMBER = 18;

    static Correction of(PersonalData person, Workplace place, String charterVersion) {
        var document = person.identity();
        return new Correction(
                new NewApplication.Identity(
                        document.type(),
                        document.number(),
                        person.name().value(),
                        document.nationality(),
                        birthDateToTell(document)),
                person.phone().value(),
                place.employer(),
                place.employmentForm(),
                place.workerGroup(),
                place.district(),
                place.street(),
                place.zone(),
                place.dispatch(),
                charterVersion,
                null);
    }

    /**
     * A number that tells the birth date is asked for nothing more; the old date would contradict a corrected number.
     */
    private static @Nullable LocalDate birthDateToTell(IdentityDocument document) {
        return document.type() != IdentityType.PASSPORT && document.number().length() == RESIDENT_NUMBER
                ? null
                : document.birthDate();
    }

    /**
     * With what the form of the page asks for in place of what it holds; a form without code and place says nothing of
     * these. Who is dispatched no longer has no choice either.
     */
    Correction rewritten(NewApplication form) {
        var named = form.employer();
        var same = named != null && employer != null && Objects.equals(named.name(), employer.name());
        var dispatched = form.employmentForm() == EmploymentForm.DISPATCH;
        return new Correction(
                form.identity(),
                phone,
                same ? employer : named,
                form.employmentForm(),
                form.workerGroup(),
                district,
                street,
                zone,
                dispatched ? dispatch : null,
                form.charterVersion(),
                form.consents());
    }

    @Override
    public String toString() {
        return "correction of " + identity;
    }
}
