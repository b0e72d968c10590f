package cn.zhigong.membership.importing;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The unions to which an import may bring members.
 *
 * @param own the one that imports; where a row names none, it is meant
 * @param ownHoldsMembers whether members can belong to it directly
 * @param byCode those at and below it that hold members
 * @param groups the union groups of each of them, by name
 */
record Places(UUID own, boolean ownHoldsMembers, Map<String, UUID> byCode, Map<UUID, Map<String, UUID>> groups) {

    /** Null when a row names a union that is not there, or none where one must be named. */
    @Nullable UUID union(String code) {
        if (code.isEmpty()) {
            return ownHoldsMembers ? own : null;
        }
        return byCode.get(code);
    }

    @Nullable UUID group(UUID union, String name) {
        return groups.getOrDefault(union, Map.of()).get(name);
    }
}
