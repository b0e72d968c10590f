@NullMarked
package cn.zhigong.membership.member;

import org.jspecify.annotations.NullMarked;
