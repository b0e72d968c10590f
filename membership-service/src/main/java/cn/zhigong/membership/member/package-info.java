/**
 * The register of members (会员库): persons, known once by their identity document; their memberships, of which a person
 * has one at a time and keeps the date they first joined for life; and the transfers that move a membership.
 */
@NullMarked
@CheckReturnValue
package cn.zhigong.membership.member;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
