/** What became different between two documents of one API, in words. */
@NullMarked
@CheckReturnValue
package cn.zhigong.platform.api.change;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
