/** Plain SQL for the rows the chassis owns, inside whatever transaction is running. */
@NullMarked
@CheckReturnValue
package cn.zhigong.platform.sql;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
