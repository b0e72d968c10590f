/** What an endpoint declares of how far a role reaches; read by the API document and the tests that attack it. */
@NullMarked
@CheckReturnValue
package cn.zhigong.platform.reach;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
