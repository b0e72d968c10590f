package cn.zhigong.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceEnvironmentTest {

    private static Stack stack(Map<String, String> replacements) {
        return stack(replacements, Links.NONE);
    }

    private static Stack stack(Map<String, String> replacements, Links links) {
        var ports = new LinkedHashMap<String, Integer>();
        var secrets = new LinkedHashMap<String, String>();
        int port = 21_000;
        for (var component : Component.ALL) {
            ports.put(component.name(), port++);
            ports.put(component.managementPort(), port++);
            secrets.put(component.name(), "secret-of-" + component.name());
        }
        ports.putAll(Map.of("postgres", 22_000, "kafka", 22_001, "keycloak", 22_002));
        secrets.put("postgres", "secret-of-postgres");
        return new Stack(
                new Checkout(Path.of("/checkout"), Path.of("/launcher")),
                new StateFolder(Path.of("/state")),
                new PortBook(ports),
                new Replacements(replacements),
                links,
                secrets,
                new Http());
    }

    @Test
    void aServiceIsToldItsOwnDatabaseAndWhereTheOthersAreOnlyThroughKafka() {
        assertThat(new ServiceEnvironment(stack(Map.of())).of(Component.MEMBERSHIP))
                .containsEntry("QUARKUS_PROFILE", "local")
                .containsEntry("QUARKUS_HTTP_HOST", "127.0.0.1")
                .containsEntry("QUARKUS_HTTP_PORT", "21000")
                .containsEntry("QUARKUS_MANAGEMENT_PORT", "21001")
                .containsEntry("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:22000/membership")
                .containsEntry("QUARKUS_DATASOURCE_USERNAME", "membership")
                .containsEntry("QUARKUS_DATASOURCE_PASSWORD", "secret-of-membership")
                .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:22001")
                .containsEntry("ZHIGONG_TOKEN_ISSUER", "http://127.0.0.1:22002/realms/zhigong")
                .containsEntry(
                        "ZHIGONG_TOKEN_KEYS", "http://127.0.0.1:22002/realms/zhigong/protocol/openid-connect/certs")
                .containsEntry("ZHIGONG_KEYS_FILE", "/state/keys.json")
                .containsEntry("ZHIGONG_CLOCK_FILE", "/state/clock")
                .containsEntry("ZHIGONG_INBOX_DIR", "/state/inbox")
                .doesNotContainKey("COMPETITION_URL");
    }

    @Test
    void theGatewayKnowsTheServicesButNoKeys() {
        assertThat(new ServiceEnvironment(stack(Map.of())).of(Component.GATEWAY))
                .containsEntry("RIGHTS_URL", "http://127.0.0.1:21006")
                .containsEntry("RIGHTS_MANAGEMENT_URL", "http://127.0.0.1:21007")
                .doesNotContainKeys("ZHIGONG_KEYS_FILE", "ZHIGONG_INBOX_DIR");
    }

    @Test
    void aReplacedServiceIsWhereTheEnvironmentSaid() {
        var stack = stack(Map.of("RIGHTS_URL", "http://127.0.0.1:9999"));
        assertThat(new ServiceEnvironment(stack).of(Component.GATEWAY))
                .containsEntry("RIGHTS_URL", "http://127.0.0.1:9999")
                .containsEntry("RIGHTS_MANAGEMENT_URL", "http://127.0.0.1:9999");
    }

    @Test
    void aLinkedProgramCallsAnotherAddressAndAllElseStaysAsItIs() {
        var links = Links.from(Map.of(
                "ZHIGONG_LINKS",
                "membership.postgres=127.0.0.1:25001,membership.kafka=127.0.0.1:25002,gateway.rights=127.0.0.1:25003"));
        var linked = new ServiceEnvironment(stack(Map.of(), links));
        assertThat(linked.of(Component.MEMBERSHIP))
                .containsEntry("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:25001/membership")
                .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:25002");
        assertThat(linked.of(Component.GATEWAY))
                .containsEntry("RIGHTS_URL", "http://127.0.0.1:25003")
                .containsEntry("MEMBERSHIP_URL", "http://127.0.0.1:21000");
        assertThat(linked.forScripts()).isEqualTo(new ServiceEnvironment(stack(Map.of())).forScripts());
    }

    @Test
    void scriptsFindEveryPart() {
        assertThat(new ServiceEnvironment(stack(Map.of())).forScripts())
                .containsEntry("DATABASE_URL", "postgres://postgres:secret-of-postgres@127.0.0.1:22000/postgres")
                .containsEntry("RIGHTS_DATABASE_URL", "postgres://rights:secret-of-rights@127.0.0.1:22000/rights")
                .containsEntry("ISSUER_URL", "http://127.0.0.1:22002/realms/zhigong")
                .containsEntry("KAFKA_BOOTSTRAP", "127.0.0.1:22001")
                .containsEntry("ZHIGONG_STATE", "/state")
                .containsKeys("GATEWAY_URL", "MEMBERSHIP_URL", "COMPETITION_URL", "TRAINING_URL", "RIGHTS_URL");
    }
}
