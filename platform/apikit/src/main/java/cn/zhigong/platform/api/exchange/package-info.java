/** What was asked and answered over HTTP, compared with what an API document promises. */
@NullMarked
@CheckReturnValue
package cn.zhigong.platform.api.exchange;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
