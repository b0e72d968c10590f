/**
 * Promotion by contest (竞赛晋级): a final result opens a case for each ranked person whom a rule grants a level; the union
 * submits it and the human resources bureau decides. Rules are data with a source and a time of validity.
 */
@NullMarked
@CheckReturnValue
package cn.zhigong.training.promotion;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
