/**
 * The local stack: starts the real parts of the platform as plain processes on one machine, watches until they are
 * ready, and stops them again. What runs is written down in a state folder, so that a later call finds it.
 */
@NullMarked
@CheckReturnValue
package cn.zhigong.local;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
