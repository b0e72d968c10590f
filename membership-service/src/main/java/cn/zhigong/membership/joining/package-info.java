/**
 * Joining (入会): from a worker's application through the check of their identity, the routing to the union that can take
 * them and its review, to the membership; one by one or as a collective batch. Nothing here makes anybody a member
 * without their own consent and a union's decision.
 */
@NullMarked
@CheckReturnValue
package cn.zhigong.membership.joining;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
