/**
 * Tables that somebody uploaded and whom nobody trusts: CSV and XLSX, told apart by their content, read row by row in
 * bounded memory without touching the disk; and CSV that opens harmlessly in a spreadsheet. What the cells mean is for
 * the feature that asked for them.
 */
@NullMarked
@CheckReturnValue
package cn.zhigong.platform.table;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
