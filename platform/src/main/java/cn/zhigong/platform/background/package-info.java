/** What a service does without being asked: loops that sleep until woken or due, and forgetting what is old. */
@NullMarked
@CheckReturnValue
package cn.zhigong.platform.background;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
