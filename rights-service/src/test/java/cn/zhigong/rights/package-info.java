@NullMarked
package cn.zhigong.rights;

import org.jspecify.annotations.NullMarked;
