/** What an OpenAPI document promises, for kits that hold services to it: no framework, no HTTP. */
@NullMarked
@CheckReturnValue
package cn.zhigong.platform.api;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
