package cn.zhigong.platform.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.api.ApiDocument;
import cn.zhigong.platform.api.ApiOperation;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessRuleTest {

    private static AccessRule rule(String path, String declaration) {
        return new AccessRule(operation("post", path, declaration));
    }

    static ApiOperation operation(String method, String path, String definition) {
        return ApiDocument.of("{\"paths\": {\"%s\": {\"%s\": %s}}}".formatted(path, method, definition))
                .operations()
                .getFirst();
    }

    private static String roles(String reach, String... roles) {
        return "{\"x-reach\": \"%s\", \"security\": [{\"S\": [\"%s\"]}]}".formatted(reach, String.join("\",\"", roles));
    }

    @Test
    void whatDeclaresRolesAndReachHasNoDefect() {
        assertThat(rule("/v1/things/{id}", roles("UNION", "officer", "admin")).defects())
                .isEmpty();
        assertThat(rule("/v1/things/{id}", "{\"x-public\": true, \"x-reach\": \"ANYBODY\"}")
                        .defects())
                .isEmpty();
    }

    @Test
    void whatDeclaresNothingCannotBeAttacked() {
        assertThat(rule("/v1/things", "{}").defects()).hasSize(2);
        assertThat(rule("/v1/things", "{\"security\": [{\"S\": [\"officer\"]}]}")
                        .defects())
                .containsExactly("declares no @Reach");
    }

    @Test
    void aLimitAndEverybodyContradictEachOther() {
        assertThat(rule("/v1/things", "{\"x-public\": true, \"x-reach\": \"UNION\"}")
                        .defects())
                .hasSize(1);
        assertThat(rule("/v1/things/{id}", roles("ANYBODY", "member")).defects())
                .hasSize(1);
        assertThat(rule("/v1/things/{id}", roles("UNION", "member")).defects()).hasSize(1);
        assertThat(rule("/v1/things/{id}", roles("CITY", "mebmer")).defects()).hasSize(1);
    }

    @Test
    void everyRoleButTheDeclaredIsRefusedAndAForeignScopeToo() {
        assertThat(rule("/v1/things", roles("UNION", "officer")).refusedRoles(Set.of("a:b:read")))
                .contains("member", "admin", "a:b:read", AccessRule.FOREIGN_SCOPE)
                .doesNotContain("officer");
        assertThat(rule("/v1/things", roles("OWN", AccessRule.ANY_ROLE)).refusedRoles(Set.of()))
                .isEmpty();
    }

    @Test
    void administratorsHaveNoLimitUnlessThingsAreTheirOwn() {
        assertThat(rule("/v1/things/{id}", roles("UNION", "officer", "admin", "auditor"))
                        .limitedRoles())
                .containsExactly("officer");
        assertThat(rule("/v1/things/{id}", roles("OWN", "member", "admin")).limitedRoles())
                .containsExactly("admin", "member");
        assertThat(rule("/v1/things/{id}", roles("CITY", "bureau")).limitedRoles())
                .isEmpty();
    }

    @Test
    void prefixesEndWithEachVariable() {
        assertThat(rule("/v1/a/{id}/b/{bId}/close", "{}").prefixes())
                .containsExactly("/v1/a/{id}", "/v1/a/{id}/b/{bId}");
        assertThat(rule("/v1/a", "{}").prefixes()).isEmpty();
    }
}
