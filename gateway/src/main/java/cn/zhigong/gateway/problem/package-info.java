/**
 * Everything the gateway itself refuses: the problem document a client gets, in its language, and the catalogue that
 * explains each one.
 */
@NullMarked
@CheckReturnValue
package cn.zhigong.gateway.problem;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
