/**
 * The way of a request through the gateway: strict parsing, safe paths, routing, header hygiene, forwarding, and the
 * deadlines that keep slow clients and slow services from holding on to it.
 */
@NullMarked
@CheckReturnValue
package cn.zhigong.gateway.proxy;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
