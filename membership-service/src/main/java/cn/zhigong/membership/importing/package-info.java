/**
 * Bulk import (批量导入): a union brings the records it kept so far. A file becomes rows, each row gets a verdict before
 * anything is changed, a second person confirms exactly those verdicts, and what they agreed to is applied in portions
 * that survive a crash and can be taken back for as long as nothing has come of them.
 */
@NullMarked
@CheckReturnValue
package cn.zhigong.membership.importing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
