/**
 * Numbers and names as they stand on Chinese documents, and the code lists they quote: read, normalised and checked, or
 * refused with every reason. Values of these types are well formed by construction and never print themselves unmasked.
 * Nothing here asks an authority whether a document exists.
 */
@NullMarked
@CheckReturnValue
package cn.zhigong.platform.reference;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
