@NullMarked
package cn.zhigong.membership.routing;

import org.jspecify.annotations.NullMarked;
