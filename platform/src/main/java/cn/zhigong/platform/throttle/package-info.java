/** How often somebody may do something. */
@NullMarked
@CheckReturnValue
package cn.zhigong.platform.throttle;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
