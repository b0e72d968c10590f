/** Long work outside the request: its progress in a row, followed by polling or server-sent events. */
@NullMarked
@CheckReturnValue
package cn.zhigong.platform.job;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
