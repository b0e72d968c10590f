/** A record of every write, appended with the write itself; {@code seal} makes it tamper-evident. */
@NullMarked
@CheckReturnValue
package cn.zhigong.platform.audit;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
