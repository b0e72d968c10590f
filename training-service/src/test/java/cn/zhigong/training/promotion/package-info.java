/** Rules of the feature, tried without a server. */
@NullMarked
package cn.zhigong.training.promotion;

import org.jspecify.annotations.NullMarked;
