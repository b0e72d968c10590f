/** How the AsyncAPI document of a service is made from its code. */
@NullMarked
@CheckReturnValue
package cn.zhigong.platform.testing.events;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
