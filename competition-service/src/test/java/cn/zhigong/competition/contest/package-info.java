/** Rules of the feature, tried without a server. */
@NullMarked
package cn.zhigong.competition.contest;

import org.jspecify.annotations.NullMarked;
