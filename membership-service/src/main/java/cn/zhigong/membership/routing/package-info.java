/**
 * Which union takes an applicant in (入会路由): eight rules in order, and the pool for the rest. The order is the
 * platform's own; in it stand the choice of dispatched workers (劳动合同法 §64) and the safety net for workers in new forms
 * of employment, who need no employer (兜底建, 总工办发〔2022〕19号).
 */
@NullMarked
@CheckReturnValue
package cn.zhigong.membership.routing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
