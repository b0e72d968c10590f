/**
 * What surrounds the gateway in its tests: services that record what reaches them, a token issuer, and a client that
 * speaks raw bytes. No part of it is a mock: everything goes over real sockets on free ports.
 */
@NullMarked
@CheckReturnValue
package cn.zhigong.gateway.stage;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
