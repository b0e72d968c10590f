package cn.zhigong.platform.reference;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** A text that everybody reads: {@link PublicTextRules}. That it is there at all, {@code @NotBlank} says. */
@Constraint(validatedBy = PublicText.Check.class)
@Target(FIELD)
@Retention(RUNTIME)
public @interface PublicText {

    String message() default "INVALID";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Names the fault as the violation's code. */
    final class Check implements ConstraintValidator<PublicText, String> {

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            var fault = text == null ? null : PublicTextRules.fault(text).orElse(null);
            if (fault == null) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            var _ = context.buildConstraintViolationWithTemplate(fault).addConstraintViolation();
            return false;
        }
    }
}
