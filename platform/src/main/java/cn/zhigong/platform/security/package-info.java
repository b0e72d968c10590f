/** Who calls, and what the caller's grants let them do where. */
@NullMarked
@CheckReturnValue
package cn.zhigong.platform.security;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
