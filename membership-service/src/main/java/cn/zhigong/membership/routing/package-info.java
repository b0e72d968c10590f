/** Which union takes an applicant in (入会路由, dossier §2.1.5): eight rules in order, and the pool for the rest. */
@NullMarked
@CheckReturnValue
package cn.zhigong.membership.routing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
