/** Rules that every AsyncAPI document keeps. */
@NullMarked
@CheckReturnValue
package cn.zhigong.platform.api.event.lint;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
