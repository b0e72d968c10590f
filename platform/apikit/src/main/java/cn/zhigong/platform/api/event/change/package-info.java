/** What became different between two AsyncAPI documents of a service, and whether documents of several fit together. */
@NullMarked
@CheckReturnValue
package cn.zhigong.platform.api.event.change;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
