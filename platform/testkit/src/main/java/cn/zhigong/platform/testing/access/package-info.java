/** Attacks every operation of a service's API document over HTTP, from the declared roles and reach. */
@NullMarked
@CheckReturnValue
package cn.zhigong.platform.testing.access;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
