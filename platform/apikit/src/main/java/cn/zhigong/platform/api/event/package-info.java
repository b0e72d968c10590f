/** What an AsyncAPI document says of topics and events. */
@NullMarked
@CheckReturnValue
package cn.zhigong.platform.api.event;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
