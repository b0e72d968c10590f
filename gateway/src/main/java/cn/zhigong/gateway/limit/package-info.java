/**
 * How much a caller may ask for: token buckets per caller class and tighter ones for operations that invite guessing or
 * cost money.
 */
@NullMarked
@CheckReturnValue
package cn.zhigong.gateway.limit;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
