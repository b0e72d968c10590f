/**
 * What every endpoint shares: keyset pages, entity tags, idempotency keys, merge patch, refusal of unknown parameters.
 */
@NullMarked
@CheckReturnValue
package cn.zhigong.platform.http;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
