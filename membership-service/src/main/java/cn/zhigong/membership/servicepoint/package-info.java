/**
 * Service points (服务阵地): the register and the map of the places where unions serve workers, kept by the unions that own
 * them, read by anybody on the street, put right by what members report.
 */
@NullMarked
@CheckReturnValue
package cn.zhigong.membership.servicepoint;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
