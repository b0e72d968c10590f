/**
 * Who is calling: verifies bearer tokens against the provider's keys and remembers the verified ones until they expire,
 * so that the hot path costs a hash and a look-up.
 */
@NullMarked
@CheckReturnValue
package cn.zhigong.gateway.identity;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
