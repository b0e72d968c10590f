package cn.zhigong.membership.organisation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the tree of organisations always keeps: the platform's own rules, for a tree as 工会法 §10 draws it. */
public final class OrganisationRules {

    /** Five levels, and branches below basic unions; a deeper chain is a mistake, and paths must stay short. */
    static final int MAX_DEPTH = 9;

    private static final int HIGHEST_WITH_MEMBERS = 3;
    private static final int LOWEST_WITH_MEMBERS = 5;

    private OrganisationRules() {}

    /** A parent is of a level above; only a branch union (分工会) sits below a basic union of its own level. */
    static boolean maySitUnder(OrganisationKind child, OrganisationKind parent) {
        return parent.level() < child.level() || isBranch(child, parent);
    }

    private static boolean isBranch(OrganisationKind child, OrganisationKind parent) {
        return child == OrganisationKind.BASIC && parent.level() == OrganisationKind.BASIC.level();
    }

    /**
     * Whether members belong to organisations of a level directly: to basic unions and the small second level, and to
     * street unions as the safety net. That they join at a basic union is 中国工会章程 art. 2; the rest is the platform's
     * own.
     */
    public static boolean holdsMembers(int level) {
        return level >= HIGHEST_WITH_MEMBERS && level <= LOWEST_WITH_MEMBERS;
    }

    /** The level follows from the kind; a request may repeat it but not contradict it. */
    static boolean levelFits(OrganisationKind kind, @Nullable Integer level) {
        return level == null || level == kind.level();
    }

    /** Whether a street's code (GB/T 10114), when there is one, begins with the code of its district. */
    static boolean streetFits(@Nullable String street, @Nullable String district) {
        return street == null || (district != null && street.startsWith(district));
    }

    /**
     * Whether an organisation may have a district below another: only the same when it is found by place, or it could
     * take the applicants of another district; any as a basic union, which may be a branch elsewhere.
     *
     * @param above the district that is nearest above; null when none is known
     */
    static boolean districtFits(OrganisationKind kind, @Nullable String district, @Nullable String above) {
        return !kind.isFoundByPlace() || district == null || above == null || district.equals(above);
    }

    /** Whether a place is at or below another. */
    static boolean isWithin(String path, String subtree) {
        return path.startsWith(subtree);
    }

    /** How many organisations stand on a path, the last one included. */
    static int depth(String path) {
        return (int) path.chars().filter(character -> character == '/').count() - 1;
    }

    /** The same places without those that lie below another of them, in order. */
    static List<String> disjoint(List<String> subtrees) {
        var sorted = subtrees.stream().distinct().sorted().toList();
        return sorted.stream()
                .filter(one -> sorted.stream().noneMatch(other -> !other.equals(one) && isWithin(one, other)))
                .toList();
    }
}
