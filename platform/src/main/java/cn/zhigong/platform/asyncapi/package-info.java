/** Serves the AsyncAPI document of the service, as it is committed. */
@NullMarked
@CheckReturnValue
package cn.zhigong.platform.asyncapi;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
