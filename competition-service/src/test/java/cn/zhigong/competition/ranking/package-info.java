/** Rules of the feature, tried without a server. */
@NullMarked
package cn.zhigong.competition.ranking;

import org.jspecify.annotations.NullMarked;
