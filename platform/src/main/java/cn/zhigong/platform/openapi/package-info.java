/**
 * What the API document says of every operation, so that no endpoint has to: refusals, security, common headers, ids.
 */
@NullMarked
@CheckReturnValue
package cn.zhigong.platform.openapi;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
