/** Rules of the feature, tried without a server. */
@NullMarked
package cn.zhigong.training.skill;

import org.jspecify.annotations.NullMarked;
