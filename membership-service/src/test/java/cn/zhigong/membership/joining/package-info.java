@NullMarked
package cn.zhigong.membership.joining;

import org.jspecify.annotations.NullMarked;
