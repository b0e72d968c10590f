/** Rules of the feature, tried without a server. */
@NullMarked
package cn.zhigong.competition.registration;

import org.jspecify.annotations.NullMarked;
