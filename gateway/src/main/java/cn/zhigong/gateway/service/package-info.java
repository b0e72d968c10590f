/** The services behind the gateway: their names, their public prefixes and where they listen. */
@NullMarked
@CheckReturnValue
package cn.zhigong.gateway.service;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
