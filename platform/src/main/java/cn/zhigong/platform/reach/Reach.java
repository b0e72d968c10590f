package cn.zhigong.platform.reach;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How far an allowed role reaches with an operation, beside {@code @RolesAllowed} or {@code @PermitAll}; on the method,
 * or on the class for all of its methods. It grants and refuses nothing by itself: it stands in the API document as
 * {@code x-reach}, and the authorisation kit of the tests attacks the operation accordingly.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Reach {

    Within value();
}
