/** The lives of things: states, and the steps between them. */
@NullMarked
@CheckReturnValue
package cn.zhigong.platform.state;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
