package cn.zhigong.platform.api.access;

import cn.zhigong.platform.api.ApiOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Who may call an operation and how far they reach, and what is wrong with how that is declared. */
public record AccessRule(ApiOperation operation) {

    /** Every realm role of the platform's identity provider, and the one that a proven phone number gives. */
    public static final Set<String> REALM_ROLES =
            Set.of("member", "officer", "judge", "instructor", "mediator", "auditor", "admin", "bureau", "applicant");

    /** A scope that no operation declares. */
    public static final String FOREIGN_SCOPE = "elsewhere:things:read";

    /** Anybody with a token. */
    public static final String ANY_ROLE = "**";

    private static final Set<String> REACHES = Set.of("UNION", "OWN", "OWN_OR_UNION", "CITY", "ANYBODY");
    private static final Set<String> CITY_ROLES = Set.of("admin", "auditor");
    private static final Set<String> OWNERS = Set.of("member", "applicant", ANY_ROLE);

    /**
     * Everything that is wrong with the declaration, in words; empty when the operation can be attacked as it should.
     */
    public List<String> defects() {
        var found = new ArrayList<String>();
        var reach = operation.reach().orElse("");
        if (operation.isPublic() != operation.roles().isEmpty()) {
            found.add("declares no role, or is public and guarded");
        }
        if (!REACHES.contains(reach)) {
            found.add("declares no @Reach");
        }
        if (operation.isPublic() && !reach.equals("ANYBODY")) {
            found.add("is public but reaches " + reach + " only");
        }
        if (!operation.isPublic()
                && reach.equals("ANYBODY")
                && !operation.pathVariables().isEmpty()) {
            found.add("names a thing, so somebody must be limited");
        }
        if (reach.equals("UNION") && operation.roles().stream().anyMatch(OWNERS::contains)) {
            found.add("workers have no organisations to be limited to");
        }
        operation.roles().stream()
                .filter(role -> !isScope(role) && !REALM_ROLES.contains(role) && !role.equals(ANY_ROLE))
                .map("knows a role that nobody has: "::concat)
                .forEach(found::add);
        return found;
    }

    /** Whether there is a role that does not suffice. */
    public boolean refusesRoles() {
        return !operation.isPublic() && !operation.roles().contains(ANY_ROLE);
    }

    /** Roles and scopes that must be refused with 403, each in turn. */
    public Set<String> refusedRoles(Set<String> scopesOfAll) {
        if (!refusesRoles()) {
            return Set.of();
        }
        var refused = new TreeSet<>(REALM_ROLES);
        refused.addAll(scopesOfAll);
        refused.add(FOREIGN_SCOPE);
        refused.removeAll(operation.roles());
        return refused;
    }

    /** Roles that must be served; a public operation is served to nobody in particular, which is the empty role. */
    public Set<String> allowedRoles() {
        return operation.isPublic() ? Set.of("") : new TreeSet<>(operation.roles());
    }

    /** The allowed roles that have a limit, so that a stranger with that role finds nothing. */
    public Set<String> limitedRoles() {
        var limited = new TreeSet<String>();
        allowedRoles().stream().filter(role -> !reachesEverything(role)).forEach(limited::add);
        return limited;
    }

    /** Whether a caller with this role reaches their own things, rather than those of an organisation. */
    public boolean actsAsOwner(String role) {
        return switch (operation.reach().orElse("")) {
            case "OWN" -> true;
            case "OWN_OR_UNION" -> OWNERS.contains(role);
            default -> false;
        };
    }

    private boolean reachesEverything(String role) {
        return switch (operation.reach().orElse("")) {
            case "OWN" -> false;
            case "UNION", "OWN_OR_UNION" -> CITY_ROLES.contains(role) || role.equals("bureau") || isScope(role);
            default -> true;
        };
    }

    /** The collections and things on the way: {@code /v1/a/{id}}, then {@code /v1/a/{id}/b/{bId}}. */
    public List<String> prefixes() {
        return Stream.iterate(
                        operation.path().indexOf('}'),
                        end -> end >= 0,
                        end -> operation.path().indexOf('}', end + 1))
                .map(end -> operation.path().substring(0, end + 1))
                .toList();
    }

    public static boolean isScope(String role) {
        return role.indexOf(':') > 0;
    }
}
