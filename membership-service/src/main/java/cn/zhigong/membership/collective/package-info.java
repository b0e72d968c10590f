/**
 * Joining together (集中入会): a station or site joins as one batch, at a ceremony perhaps, through a join code of its own;
 * each person still consents alone, and one decision with minutes admits them all.
 */
@NullMarked
@CheckReturnValue
package cn.zhigong.membership.collective;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
