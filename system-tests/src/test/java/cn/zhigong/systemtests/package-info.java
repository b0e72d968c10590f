/**
 * Journeys of people, faults and attacks, all through the gateway with real tokens. A test reads like what somebody
 * does; how it is done stands in {@code cn.zhigong.systemtests.stack}.
 */
@NullMarked
@CheckReturnValue
package cn.zhigong.systemtests;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
