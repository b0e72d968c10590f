/**
 * Phone verifications (手机验证): a worker without an account proves that a phone is theirs by a one-time code, and gets
 * the short-lived right to file one application and to follow it.
 */
@NullMarked
@CheckReturnValue
package cn.zhigong.membership.phone;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
