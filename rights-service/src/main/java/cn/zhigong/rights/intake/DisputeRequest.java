package cn.zhigong.rights.intake;

import static cn.zhigong.platform.problem.CommonProblem.INVALID_CONTENT;

import cn.zhigong.platform.problem.Problem;
import cn.zhigong.platform.reference.CreditCode;
import cn.zhigong.platform.reference.MobilePhone;
import cn.zhigong.platform.reference.Parsed;
import cn.zhigong.platform.reference.PersonName;
import cn.zhigong.platform.reference.Visible;
import cn.zhigong.platform.reference.VisibleText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of a registration.
 *
 * @param channel ONLINE when absent
 * @param claimant who was heard; for ORAL and HOTLINE only
 * @param organisationId the union whose desk is asked; else {@code district}
 * @param district six digits of GB/T 2260: the federation of that district is asked
 * @param employmentEndedOn absent while the worker is employed there
 * @param workers how many share the claim; 1 when absent
 */
record DisputeRequest(
        @Nullable Channel channel,
        @Nullable @Valid Claimant claimant,
        @NotNull DisputeKind kind,
        @NotEmpty @Size(max = 50) List<@NotNull @Valid Item> claimItems,
        @NotNull @Valid Respondent respondent,
        @NotBlank @Size(max = 10_000) String facts,
        @Nullable UUID organisationId,
        @Nullable @Pattern(regexp = "[0-9]{6}") String district,
        @NotNull LocalDate knewOn,
        @Nullable LocalDate employmentEndedOn,
        @Nullable @Min(1) @Max(1_000_000) Integer workers) {

    private static final String PLAIN = "[^\\p{Cc}\\p{Cs}]*";

    /**
     * Who was heard.
     *
     * @param account a member's login, when they have one: they see the case then
     */
    record Claimant(
            @Nullable @Size(min = 1, max = 100) @Pattern(regexp = PLAIN) String account,

            @NotBlank @Size(max = 400) String name,
            @Nullable @Size(max = 64) String phone) {}

    record Item(@NotNull ClaimKind kind, @Nullable @Valid Amount amount) {}

    /** Exact: an amount with a fraction of a fen is refused, not rounded. */
    record Amount(
            @NotNull @Schema(type = SchemaType.INTEGER)
            @DecimalMin(value = "1", message = "RANGE") @DecimalMax(value = "1000000000000", message = "RANGE") @Digits(integer = 13, fraction = 0, message = "RANGE") BigDecimal fen,

            @NotNull @Pattern(regexp = Money.CNY) String currency) {}

    record Respondent(
            @Nullable @Size(max = 64) String creditCode,

            @NotBlank @Size(max = 200) @Visible String name) {}

    /** What is asked, or the problem with everything that is wrong with its form. */
    Filing read(String caller) {
        var wrong = new Findings();
        var by = Objects.requireNonNullElse(channel, Channel.ONLINE);
        var heard = claimant;
        if ((by == Channel.ONLINE) != (heard == null)) {
            wrong.at("claimant", by == Channel.ONLINE ? "NOT_HERE" : "REQUIRED");
        }
        var name = heard == null ? null : wrong.read("claimant.name", PersonName.parse(heard.name()));
        var phone = heard == null || heard.phone() == null
                ? null
                : wrong.read("claimant.phone", MobilePhone.parse(heard.phone()));
        var code = respondent.creditCode() == null
                ? null
                : wrong.read("respondent.creditCode", CreditCode.parseOverridden(respondent.creditCode()));
        var desk = desk(wrong);
        wrong.refuse();
        return new Filing(
                by,
                kind,
                heard == null ? caller : heard.account(),
                workers == null ? 1 : workers,
                claimItems.stream().map(DisputeRequest::claim).toList(),
                code == null ? null : code.value(),
                VisibleText.normalised(respondent.name()),
                knewOn,
                employmentEndedOn,
                desk,
                new Confidential(facts, name == null ? null : name.value(), phone == null ? null : phone.value()));
    }

    private Filing.Desk desk(Findings wrong) {
        if (organisationId != null && district == null) {
            return new Filing.Desk.Of(organisationId);
        }
        if (organisationId == null && district != null) {
            return new Filing.Desk.InDistrict(district);
        }
        wrong.at("organisationId", organisationId == null ? "REQUIRED" : "ONE_OF_TWO");
        return new Filing.Desk.InDistrict("");
    }

    private static ClaimItem claim(Item item) {
        var amount = item.amount();
        return new ClaimItem(item.kind(), amount == null ? null : amount.fen().longValueExact());
    }

    /** Collects what is wrong, so that a caller learns of all of it at once. */
    private static final class Findings {

        private Problem problem = INVALID_CONTENT.problem();

        void at(String field, String code) {
            problem = problem.at(field, code);
        }

        <T> @Nullable T read(String field, Parsed<T> parsed) {
            return switch (parsed) {
                case Parsed.Valid<T>(var value) -> value;
                case Parsed.Invalid<T>(var violations) -> {
                    violations.forEach(violation -> at(field, violation.name()));
                    yield null;
                }
            };
        }

        void refuse() {
            if (!problem.violations().isEmpty()) {
                throw problem;
            }
        }
    }
}
