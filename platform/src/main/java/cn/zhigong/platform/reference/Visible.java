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

/** A name that many people read: {@link VisibleText}. That it is there at all, {@code @NotBlank} says. */
@Constraint(validatedBy = Visible.Check.class)
@Target(FIELD)
@Retention(RUNTIME)
public @interface Visible {

    String message() default "INVISIBLE";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Leaves what {@code @NotBlank} refuses to it, so that nothing is refused twice. */
    final class Check implements ConstraintValidator<Visible, String> {

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || text.isBlank() || VisibleText.isVisible(text);
        }
    }
}
