package cn.zhigong.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.api.ApiDocument;
import cn.zhigong.platform.api.ApiOperation;
import cn.zhigong.platform.api.access.AccessRule;
import cn.zhigong.platform.api.access.Tampering;
import cn.zhigong.systemtests.stack.AgainstTheStack;
import cn.zhigong.systemtests.stack.Answer;
import cn.zhigong.systemtests.stack.Api;
import cn.zhigong.systemtests.stack.Stack;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;

/**
 * Every operation of the one document through the gateway, with the accounts of the real identity provider. Whose
 * things they may touch is tried at each service, where there are things to try it on; here it is tokens, roles,
 * scopes, verbs and paths, with ids that nobody has.
 */
@AgainstTheStack
@Order(11)
class EveryOperationTest {

    private static final String NOTHING = "01900000-0000-7000-8000-00000000dead";

    /** What the realm gives each account; {@code admin} is an officer too. */
    private static final Map<String, Set<String>> ACCOUNTS = Map.of(
            "worker-9", Set.of("member"),
            "officer-huangpu", Set.of("officer"),
            "judge-1", Set.of("judge"),
            "instructor-1", Set.of("instructor"),
            "mediator-1", Set.of("mediator"),
            "bureau-1", Set.of("bureau"),
            "auditor-1", Set.of("auditor"),
            "admin", Set.of("admin", "officer"));

    private static final Map<String, Set<String>> PARTNERS = Map.of(
            "court-pudong", Set.of("rights:referrals:read", "rights:referrals:write"),
            "hr-bureau", Set.of("training:promotions:read", "training:promotions:write", "training:certificates:read"),
            "city-portal", Set.of("membership:statistics:read", "training:certificates:read"));

    /** Several, because each caller has a quota. */
    private static final List<String> TAMPERERS =
            List.of("admin", "officer-city", "officer-pudong", "officer-huangpu", "auditor-1", "mediator-1");

    private final Stack stack;

    EveryOperationTest(Stack stack) {
        this.stack = stack;
    }

    private Stream<DynamicTest> each(Consumer<ApiOperation> attack) {
        var operations = ApiDocument.of(
                        stack.anybody().get("/openapi.json").expect(200).body())
                .operations()
                .stream()
                // The rest are the gateway's own pages.
                .filter(one -> one.path().startsWith("/api/"))
                .toList();
        assertThat(operations).hasSizeGreaterThan(100);
        return operations.stream().map(one -> DynamicTest.dynamicTest(one.name(), () -> attack.accept(one)));
    }

    @TestFactory
    Stream<DynamicTest> declaresWhoMayCallItAndHowFarTheyReach() {
        return each(
                one -> assertThat(new AccessRule(one).defects()).as(one.name()).isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> isServedToNobodyWithoutAToken() {
        return each(one -> {
            var answer = call(stack.anybody(), one, path(one));
            if (one.isPublic()) {
                assertThat(answer.status()).as(answer.toString()).isNotIn(401, 403);
            } else {
                answer.refused(401, "UNAUTHENTICATED");
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> isForbiddenToRolesAndScopesThatAreNotDeclared() {
        return each(one -> {
            ACCOUNTS.forEach((account, roles) -> judge(stack.as(account), account, roles, one));
            PARTNERS.forEach((client, scopes) -> judge(stack.partner(client), client, scopes, one));
        });
    }

    private static void judge(Api caller, String who, Set<String> roles, ApiOperation one) {
        var anybody = one.isPublic() || one.roles().contains(AccessRule.ANY_ROLE);
        var allowed = anybody || !Collections.disjoint(roles, one.roles());
        if (!allowed) {
            var answer = call(caller, one, path(one));
            assertThat(answer.status()).as("%s: %s", who, answer).isEqualTo(403);
        } else if (one.method().equals("get") && !path(one).endsWith("/events")) {
            var answer = call(caller, one, path(one));
            assertThat(answer.status()).as("%s: %s", who, answer).isNotIn(401, 500);
        }
    }

    @TestFactory
    Stream<DynamicTest> isNotReachedByAnotherWritingOfItsPath() {
        return each(one -> Tampering.paths(path(one)).forEach((how, path) -> {
            var answer = call(tamperer(one), one, path);
            assertThat(answer.status()).as("%s: %s", how, answer).isIn(400, 404, 405);
        }));
    }

    @TestFactory
    Stream<DynamicTest> isNotReachedByAnotherVerb() {
        return each(one -> {
            for (var verb : Tampering.undeclaredVerbs(one.document(), one.path())) {
                var answer = tamperer(one).send(verb, path(one), "");
                assertThat(answer.status()).as("%s: %s", verb, answer).isIn(400, 404, 405, 501);
            }
            if (Tampering.canBeDisguised(one)) {
                var verb = one.method().toUpperCase(Locale.ROOT);
                var answer = tamperer(one).with("X-HTTP-Method-Override", verb).get(path(one));
                assertThat(answer.status())
                        .as("%s in disguise: %s", verb, answer)
                        .isIn(400, 404, 405);
            }
        });
    }

    private Api tamperer(ApiOperation one) {
        return stack.as(TAMPERERS.get(Math.floorMod(one.name().hashCode(), TAMPERERS.size())));
    }

    private static Answer call(Api caller, ApiOperation one, String path) {
        return caller.send(one.method().toUpperCase(Locale.ROOT), path, "");
    }

    private static String path(ApiOperation one) {
        return one.path().replace("{year}", "2026").replaceAll("\\{[^}]+}", NOTHING);
    }
}
