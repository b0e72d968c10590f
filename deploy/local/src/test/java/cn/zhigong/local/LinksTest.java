package cn.zhigong.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {

    private static Links links(String text) {
        return Links.from(Map.of(Links.VARIABLE, text));
    }

    @Test
    void withoutTheVariableEverybodyCallsThePartsThemselves() {
        assertThat(Links.from(Map.of())).isEqualTo(Links.NONE);
        assertThat(links("")).isEqualTo(Links.NONE);
    }

    @Test
    void onlyServicesCallTheBroker() {
        var links = links("competition.kafka=127.0.0.1:25002, gateway.rights=127.0.0.1:25003");
        assertThat(links.ofTheBroker()).containsExactly(Map.entry("competition", "127.0.0.1:25002"));
        assertThat(links.address(Component.GATEWAY, "rights")).contains("127.0.0.1:25003");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "membership.keycloak=127.0.0.1:1",
                "gateway.postgres=127.0.0.1:1",
                "membership.postgres",
                "membership.postgres=here",
                "nobody.kafka=127.0.0.1:1"
            })
    void aLinkThatNobodyWouldUseIsRefused(String text) {
        assertThatThrownBy(() -> links(text))
                .isInstanceOf(LocalStackException.class)
                .hasMessageContaining("membership.postgres=host:port");
    }

    @Test
    void theBrokerTellsAClientToStayWithTheAddressItCalls() {
        var listener = new KafkaBroker.Listener("membership", 22_003, "127.0.0.1:25002");
        assertThat(broker(List.of(listener)).configuration())
                .contains("listeners=PLAINTEXT://127.0.0.1:22001,CONTROLLER://127.0.0.1:22002,"
                        + "MEMBERSHIP://127.0.0.1:22003\n")
                .contains("advertised.listeners=PLAINTEXT://127.0.0.1:22001,MEMBERSHIP://127.0.0.1:25002\n")
                .contains("PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,MEMBERSHIP:PLAINTEXT\n");
        assertThat(broker(List.of()).configuration())
                .contains("advertised.listeners=PLAINTEXT://127.0.0.1:22001\n")
                .contains("protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT\n");
    }

    private static KafkaBroker broker(List<KafkaBroker.Listener> listeners) {
        var checkout = new Checkout(Path.of("/checkout"), Path.of("/launcher"));
        return new KafkaBroker(checkout, Path.of("/data"), Path.of("/log"), 22_001, 22_002, listeners);
    }
}
