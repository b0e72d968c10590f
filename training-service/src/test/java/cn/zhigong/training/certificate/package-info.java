/** Rules of the feature, tried without a server. */
@NullMarked
package cn.zhigong.training.certificate;

import org.jspecify.annotations.NullMarked;
