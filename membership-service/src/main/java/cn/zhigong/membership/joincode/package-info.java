/**
 * Join codes (入会码): what a union hands out, on a poster or a screen, so that workers can ask to join it by a scan. A
 * code says which union is asked and in which window; it gives nobody a membership.
 */
@NullMarked
@CheckReturnValue
package cn.zhigong.membership.joincode;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
