@NullMarked
package cn.zhigong.membership.joinpage;

import org.jspecify.annotations.NullMarked;
