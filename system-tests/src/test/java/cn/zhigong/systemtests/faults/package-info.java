/**
 * The fault kit: puts a journey of any service under open load while parts die, stop, or cannot reach each other, keeps
 * a history of what callers were told, and checks it against what the databases and topics hold in the end. README.md
 * of this module shows how a journey gets under it and how to read a run that failed.
 */
@NullMarked
@CheckReturnValue
package cn.zhigong.systemtests.faults;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
