/**
 * From the ranking (名次) of each event through public notice (公示) and objections (异议) to the final result, which nothing
 * changes any more.
 */
@NullMarked
@CheckReturnValue
package cn.zhigong.competition.ranking;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
