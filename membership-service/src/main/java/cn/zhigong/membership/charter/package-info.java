/** The charter of the unions (工会章程): the versions of it, and the words of each that applicants agree to. */
@NullMarked
@CheckReturnValue
package cn.zhigong.membership.charter;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
