/** Checks that refuse to start a production service whose settings are unsafe. */
@NullMarked
@CheckReturnValue
package cn.zhigong.platform.startup;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
