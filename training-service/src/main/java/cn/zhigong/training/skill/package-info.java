/**
 * The skill ladder (新八级工) and each person's record on it: which level in which occupation, since when, and why. A
 * record is opened when somebody joins a union.
 */
@NullMarked
@CheckReturnValue
package cn.zhigong.training.skill;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
