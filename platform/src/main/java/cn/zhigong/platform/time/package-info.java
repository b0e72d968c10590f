/**
 * The two clocks of the platform: business time, which a demonstration may move forward, and the real time that orders
 * identifiers.
 */
@NullMarked
@CheckReturnValue
package cn.zhigong.platform.time;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
