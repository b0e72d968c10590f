/** What must hold before a service may start in production, and the faults that only tests may ask for. */
@NullMarked
@CheckReturnValue
package cn.zhigong.platform.readiness;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
