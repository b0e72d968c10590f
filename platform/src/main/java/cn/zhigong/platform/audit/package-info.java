/** A tamper-evident record of every write: appended with the write itself, sealed afterwards in batches. */
@NullMarked
@CheckReturnValue
package cn.zhigong.platform.audit;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
