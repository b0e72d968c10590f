/**
 * What runs from a service's start to its end: checks that refuse unsafe settings in production, background work and
 * housekeeping, and crashes that fault tests ask for.
 */
@NullMarked
@CheckReturnValue
package cn.zhigong.platform.startup;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
