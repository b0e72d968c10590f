@NullMarked
package cn.zhigong.rights.intake;

import org.jspecify.annotations.NullMarked;
