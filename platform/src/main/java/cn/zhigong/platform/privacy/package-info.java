/**
 * What protects personal data at rest and on the screen: encrypted fields that cannot be moved to another row, keyed
 * indexes to find them again, and masks. The key material comes from one file outside the database.
 */
@NullMarked
@CheckReturnValue
package cn.zhigong.platform.privacy;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
