@NullMarked
package cn.zhigong.membership.joincode;

import org.jspecify.annotations.NullMarked;
