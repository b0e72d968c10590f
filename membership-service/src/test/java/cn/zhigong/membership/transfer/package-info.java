@NullMarked
package cn.zhigong.membership.transfer;

import org.jspecify.annotations.NullMarked;
