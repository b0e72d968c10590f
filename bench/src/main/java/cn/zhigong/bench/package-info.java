/**
 * Benchmarks: what the platform does in a second, divided by what its parts could do bare, measured in turn in one run,
 * because on a shared machine only such ratios repeat. Knows the platform from outside only: HTTP, SQL, processes.
 */
@NullMarked
@CheckReturnValue
package cn.zhigong.bench;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
