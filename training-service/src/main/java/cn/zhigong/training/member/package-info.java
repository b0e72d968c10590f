/** Members as this service needs to know them: a local copy, kept by the membership service's events. */
@NullMarked
@CheckReturnValue
package cn.zhigong.training.member;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
