/**
 * Contests (竞赛): drafted and filed by an organising union, approved by the one above it, and taken through their states
 * up to the final result. Other features move a contest on through
 * {@link cn.zhigong.competition.contest.ContestCourse}.
 */
@NullMarked
@CheckReturnValue
package cn.zhigong.competition.contest;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
