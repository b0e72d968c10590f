/**
 * The tree of union organisations, the groups and employers they cover, their terms, and the officers who act for them.
 * Owned here and published; every other service keeps a copy to authorise by. Other features of this service find their
 * way through {@link cn.zhigong.membership.organisation.UnionFinder} and keep their things where an organisation ends
 * through {@link cn.zhigong.membership.organisation.HeldAtOrganisations}.
 */
@NullMarked
@CheckReturnValue
package cn.zhigong.membership.organisation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
