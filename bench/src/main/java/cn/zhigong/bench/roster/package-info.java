/**
 * Rosters of invented people, as unions hand them in: any size, the same for the same seed, in constant memory. Numbers
 * and names are computed; no list of real people was ever at hand.
 */
@NullMarked
@CheckReturnValue
package cn.zhigong.bench.roster;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
