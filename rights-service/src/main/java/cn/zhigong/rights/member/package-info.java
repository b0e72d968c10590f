/** Members as this service needs to know them: which logins are theirs, copied from the membership service's events. */
@NullMarked
@CheckReturnValue
package cn.zhigong.rights.member;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
