/**
 * Which days are working days, and when a period that the law counts in days, working days, months or years ends. The
 * arithmetic is pure; {@link cn.zhigong.platform.calendar.Calendars} adds the yearly notices that officers load.
 */
@NullMarked
@CheckReturnValue
package cn.zhigong.platform.calendar;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
