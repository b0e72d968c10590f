package cn.zhigong.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class RealmTest {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private final JsonNode realm = Realm.representation(Path.of("realm"));

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private List<JsonNode> users() {
        return list(realm.path("users"));
    }

    @Test
    void everyDemoAccountIsThereAndItsSubjectIsItsName() {
        assertThat(users()).allSatisfy(user -> assertThat(user.path("id")).isEqualTo(user.path("username")));
        assertThat(users().stream().map(user -> user.path("username").asText()))
                .containsExactlyInAnyOrder(
                        "worker-1",
                        "worker-2",
                        "worker-3",
                        "worker-4",
                        "worker-5",
                        "worker-6",
                        "worker-7",
                        "worker-8",
                        "worker-9",
                        "officer-city",
                        "officer-pudong",
                        "officer-huangpu",
                        "judge-1",
                        "instructor-1",
                        "mediator-1",
                        "bureau-1",
                        "auditor-1",
                        "admin");
    }

    @Test
    void theIdentityNumbersOfWorkersHaveRightCheckDigitsAndAreFarFromMagicOnes() {
        var numbers = users().stream()
                .map(user -> user.at("/attributes/identity_number/0").asText())
                .filter(number -> !number.isEmpty())
                .toList();
        assertThat(numbers).hasSize(9).doesNotHaveDuplicates().allSatisfy(number -> {
            assertThat(number).matches("\\d{17}[\\dX]");
            int sum = IntStream.range(0, 17)
                    .map(i -> (number.charAt(i) - '0') * WEIGHTS[i])
                    .sum();
            assertThat(number.charAt(17)).isEqualTo("10X98765432".charAt(sum % 11));
            // The local identity provider refuses 990-999 and times out for 980-989.
            assertThat(Integer.parseInt(number.substring(14, 17))).isLessThan(980);
        });
    }

    @Test
    void identityIsToldByTheUserinfoEndpointAloneAndNoAccountMayChangeIt() {
        var identity = list(realm.path("clientScopes")).stream()
                .filter(scope -> scope.path("name").asText().equals("identity"))
                .flatMap(scope -> list(scope.path("protocolMappers")).stream())
                .map(mapper -> mapper.path("config"))
                .toList();
        assertThat(identity).hasSize(3).allSatisfy(config -> {
            assertThat(config.path("userinfo.token.claim").asText()).isEqualTo("true");
            assertThat(config.path("access.token.claim").asText()).isEqualTo("false");
            assertThat(config.path("id.token.claim").asText()).isEqualTo("false");
            assertThat(config.path("introspection.token.claim").asText()).isEqualTo("false");
        });
    }

    @Test
    void partnersHaveNoRolesAndExactlyTheirScopes() {
        var partners = list(realm.path("clients")).stream()
                .filter(client -> client.path("serviceAccountsEnabled").asBoolean())
                .toList();
        assertThat(partners).hasSize(3).allSatisfy(partner -> {
            assertThat(partner.path("fullScopeAllowed").asBoolean(true)).isFalse();
            assertThat(list(partner.path("defaultClientScopes")).stream()
                            .map(JsonNode::asText)
                            .filter(scope -> !scope.contains(":")))
                    .containsExactly("basic", "zhigong");
        });
    }
}
