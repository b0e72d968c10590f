/**
 * What system tests are written with: the one running stack, its actors and their HTTP calls, and ways to look behind
 * the gateway at databases, topics and logs. README.md of this module shows a test.
 */
@NullMarked
@CheckReturnValue
package cn.zhigong.systemtests.stack;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
