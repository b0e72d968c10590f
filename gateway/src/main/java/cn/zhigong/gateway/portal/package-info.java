/**
 * What developers and operators read: the merged API reference, the problem pages, the API catalogue and the readiness
 * of the whole platform. Off the hot path, plain blocking code on virtual threads.
 */
@NullMarked
@CheckReturnValue
package cn.zhigong.gateway.portal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
