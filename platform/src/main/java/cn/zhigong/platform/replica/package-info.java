/** This service's copy of what membership owns and every service must know: organisations and officers' grants. */
@NullMarked
@CheckReturnValue
package cn.zhigong.platform.replica;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
