/**
 * Organisations and officers' grants as every service sees them: a local copy kept by events, so that no service asks
 * another.
 */
@NullMarked
@CheckReturnValue
package cn.zhigong.platform.directory;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
