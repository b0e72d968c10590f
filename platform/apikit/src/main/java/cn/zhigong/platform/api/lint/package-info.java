/** The rules that every API document of the platform keeps, each with a name, a sentence and a check. */
@NullMarked
@CheckReturnValue
package cn.zhigong.platform.api.lint;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
