/**
 * Statutory deadlines: each is a row with the rule and the law it comes from, computed on the working calendar,
 * computed again when the calendar changes, and marked when it was missed.
 */
@NullMarked
@CheckReturnValue
package cn.zhigong.rights.clock;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
