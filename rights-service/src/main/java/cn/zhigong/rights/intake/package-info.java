/**
 * Labour disputes from registration to screening: what the worker claims of whom, confidentially; which union's desk it
 * goes to; accepted, refused or handed on. What follows acceptance belongs to mediation.
 */
@NullMarked
@CheckReturnValue
package cn.zhigong.rights.intake;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
