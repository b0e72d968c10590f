@NullMarked
package cn.zhigong.platform.api.access;

import org.jspecify.annotations.NullMarked;
