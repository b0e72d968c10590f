@NullMarked
package cn.zhigong.membership.collective;

import org.jspecify.annotations.NullMarked;
