/** The network between the parts of a stack: proxies on loopback that can be made to behave badly. */
@NullMarked
@CheckReturnValue
package cn.zhigong.systemtests.network;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
