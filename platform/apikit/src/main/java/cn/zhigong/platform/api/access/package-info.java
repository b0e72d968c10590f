/** Which attacks an operation must withstand, told by what its API document declares: no framework, no HTTP. */
@NullMarked
@CheckReturnValue
package cn.zhigong.platform.api.access;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
