/**
 * Moving a membership from one union to another (会籍接转): asked for by the member, by the old union or in place of an
 * application, let go by the old union, accepted by the new one. 一次入会、动态接转: the membership goes on without a gap
 * (工会会员会籍管理办法 §§1-5).
 */
@NullMarked
@CheckReturnValue
package cn.zhigong.membership.transfer;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
