/** Makes the audit log evidence: seals over its entries, published, and the comparison of the log with them. */
@NullMarked
@CheckReturnValue
package cn.zhigong.platform.seal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
