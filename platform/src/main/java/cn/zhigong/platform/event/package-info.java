/**
 * Events out through an outbox and a relay, events in through an inbox; what cannot be applied is parked, listed and
 * replayed.
 */
@NullMarked
@CheckReturnValue
package cn.zhigong.platform.event;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
