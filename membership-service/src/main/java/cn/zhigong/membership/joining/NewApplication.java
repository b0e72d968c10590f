package cn.zhigong.membership.joining;

import cn.zhigong.membership.member.EmploymentForm;
import cn.zhigong.membership.member.WorkerGroup;
import cn.zhigong.platform.privacy.Masking;
import cn.zhigong.platform.reference.IdentityType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a worker sends to join; texts as typed.
 *
 * @param joinCode what was scanned; without one the application is routed by what it says
 * @param phone may be absent where the caller proved one
 * @param district where they work, else where they live: six digits of GB/T 2260
 * @param street nine digits of the street's code, or twelve with the neighbourhood
 * @param zone the zone, park or business circle they work in
 * @param charterVersion the charter they were shown
 * @param draft true to keep it without handing it in yet
 */
public record NewApplication(
        @Nullable @Size(max = 200) String joinCode,
        @NotNull @Valid Identity identity,
        @Nullable @Size(max = 64) String phone,
        @Nullable @Valid Employer employer,
        @NotNull EmploymentForm employmentForm,
        @Nullable WorkerGroup workerGroup,
        @Nullable @Pattern(regexp = "\\d{6}") String district,
        @Nullable @Pattern(regexp = "\\d{9}|\\d{12}") String street,
        @Nullable @Size(max = 40) String zone,
        @Nullable @Valid Dispatch dispatch,
        @NotBlank @Size(max = 32) String charterVersion,
        @NotNull @Size(max = 10) List<@NotNull @Valid Consent> consents,
        @Nullable Boolean draft)
        implements Details {

    /** An identity document and the name on it. */
    public record Identity(
            @NotNull IdentityType type,
            @NotBlank @Size(max = 40) String number,
            @NotBlank @Size(max = 400) String name,
            @Nullable @Size(max = 3) String nationality,
            @Nullable LocalDate birthDate) {

        @Override
        public String toString() {
            return type + " " + Masking.identity(number) + " " + Masking.name(name);
        }
    }

    /** A work unit, by its credit code (统一社会信用代码) where they know it. */
    public record Employer(
            @Nullable @Size(max = 40) String creditCode,
            @Nullable @Size(max = 100) String name) {}

    /**
     * A dispatched worker's choice (劳动合同法 §64).
     *
     * @param usingUnit where they work
     */
    public record Dispatch(
            @NotNull Choice choice, @NotNull @Valid Employer usingUnit) {

        /** Whose union they want to join. */
        public enum Choice {
            DISPATCH_FIRM,
            USING_UNIT
        }
    }

    /**
     * One consent that the worker gave.
     *
     * @param version of the text they agreed to; the charter and the use of personal information are shown as one text
     * @param readingSeconds how long the text was in front of them
     */
    public record Consent(
            @NotNull Purpose purpose,
            @NotBlank @Size(max = 32) String version,
            @Nullable @Min(0) @Max(86_400) Integer readingSeconds) {

        /** What is agreed to. */
        public enum Purpose {
            /** The charter of the unions (工会章程). */
            CHARTER,
            /** Use of identity and phone, sensitive data, for joining (个人信息保护法 §§13, 29). */
            PERSONAL_INFORMATION
        }
    }

    boolean handsItIn() {
        return !Boolean.TRUE.equals(draft);
    }

    @Override
    public String toString() {
        return "application of " + identity;
    }
}
