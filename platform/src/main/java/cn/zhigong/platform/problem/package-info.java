/** Refusals as RFC 9457 problem details: one exception, one mapper, one enum per feature, one catalogue per service. */
@NullMarked
@CheckReturnValue
package cn.zhigong.platform.problem;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
