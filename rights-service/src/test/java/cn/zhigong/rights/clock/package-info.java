@NullMarked
package cn.zhigong.rights.clock;

import org.jspecify.annotations.NullMarked;
