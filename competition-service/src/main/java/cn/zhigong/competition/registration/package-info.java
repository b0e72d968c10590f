/**
 * Registration (报名): members enter the events of open contests as long as there are seats; before the start those who
 * are no longer members are taken off.
 */
@NullMarked
@CheckReturnValue
package cn.zhigong.competition.registration;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
