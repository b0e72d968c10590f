package cn.zhigong.membership.organisation;

import static cn.zhigong.platform.problem.CommonProblem.INVALID_CONTENT;

import cn.zhigong.platform.problem.Violation;
import cn.zhigong.platform.reference.CreditCode;
import cn.zhigong.platform.reference.CreditCode.Verdict;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A credit code (统一社会信用代码) as it was accepted. Codes of the pilot areas fail the check and are real: an officer who has
 * seen the certificate may accept one, and it is kept who did and why.
 */
@Embeddable
record AcceptedCreditCode(
        @Column(name = "credit_code") String value,

        @Column(name = "credit_code_verdict") @Enumerated(EnumType.STRING)
        Verdict verdict,

        @Column(name = "credit_code_override") @Nullable String overrideReason,
        @Column(name = "credit_code_override_by") @Nullable String overrideBy) {

    /** An officer's word that a code whose check fails stands on the certificate. */
    record CheckOverride(@NotBlank @Size(max = 500) String reason) {}

    /** The code as it may be stored; {@code current} stays as it is when the text repeats it. */
    static @Nullable AcceptedCreditCode judge(
            @Nullable String text,
            @Nullable CheckOverride override,
            @Nullable AcceptedCreditCode current,
            String officer) {
        if (text == null) {
            return null;
        }
        var code = (override == null && !repeats(text, current)
                        ? CreditCode.parse(text)
                        : CreditCode.parseOverridden(text))
                .orElseThrow(violations -> INVALID_CONTENT
                        .problem()
                        .at(violations.stream()
                                .map(violation -> new Violation("creditCode", violation.name()))
                                .toList()));
        if (current != null && current.value().equals(code.value())) {
            return current;
        }
        return override != null && code.verdict() == Verdict.CHECK_FAILED_OVERRIDDEN
                ? new AcceptedCreditCode(code.value(), code.verdict(), override.reason(), officer)
                : new AcceptedCreditCode(code.value(), code.verdict(), null, null);
    }

    private static boolean repeats(String text, @Nullable AcceptedCreditCode current) {
        return current != null && current.value().equals(text);
    }
}
