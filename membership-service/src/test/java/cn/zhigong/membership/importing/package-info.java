/** Bulk import, as officers and those who would misuse it see it. */
@NullMarked
package cn.zhigong.membership.importing;

import org.jspecify.annotations.NullMarked;
