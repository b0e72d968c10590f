@NullMarked
package cn.zhigong.membership.phone;

import org.jspecify.annotations.NullMarked;
