@NullMarked
package cn.zhigong.membership.servicepoint;

import org.jspecify.annotations.NullMarked;
