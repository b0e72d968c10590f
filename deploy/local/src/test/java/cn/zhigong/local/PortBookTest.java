package cn.zhigong.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortBookTest {

    private static final PortBook EMPTY = new PortBook(Map.of());

    private static SequencedMap<String, String> names() {
        var names = new LinkedHashMap<String, String>();
        names.put("gateway", "gateway");
        names.put("gateway-management", "gateway");
        names.put("kafka", "kafka");
        return names;
    }

    private static PortBook refresh(
            PortBook book, Map<String, String> environment, Set<Integer> used, boolean running) {
        return book.refresh(names(), environment, _ -> running, port -> !used.contains(port));
    }

    @Test
    void theGatewayIsWherePeopleLookFirst() {
        assertThat(refresh(EMPTY, Map.of(), Set.of(), false).get("gateway")).isEqualTo(8080);
        assertThat(refresh(EMPTY, Map.of(), Set.of(8080), false).get("gateway")).isNotEqualTo(8080);
    }

    @Test
    void everyPortIsDifferentAndOutsideTheKernelsRange() {
        var ports = refresh(EMPTY, Map.of(), Set.of(8080), false).ports().values();
        assertThat(ports).doesNotHaveDuplicates().allMatch(port -> port >= 20_000 && port < 32_000);
    }

    @Test
    void portsAreKeptWhileTheyAreFree() {
        var before = refresh(EMPTY, Map.of(), Set.of(), false);
        assertThat(refresh(before, Map.of(), Set.of(), false)).isEqualTo(before);
        var taken = before.get("kafka");
        assertThat(refresh(before, Map.of(), Set.of(taken), false).get("kafka")).isNotEqualTo(taken);
    }

    @Test
    void aRunningPartKeepsItsPortWhateverTheEnvironmentSays() {
        var before = refresh(EMPTY, Map.of(), Set.of(), false);
        var used = Set.copyOf(before.ports().values());
        assertThat(refresh(before, Map.of("KAFKA_PORT", "9092"), used, true)).isEqualTo(before);
    }

    @Test
    void theEnvironmentFixesAPortAndIsToldWhenThatCannotBe() {
        assertThat(refresh(EMPTY, Map.of("GATEWAY_MANAGEMENT_PORT", "9123"), Set.of(), false)
                        .get("gateway-management"))
                .isEqualTo(9123);
        assertThatThrownBy(() -> refresh(EMPTY, Map.of("KAFKA_PORT", "9092"), Set.of(9092), false))
                .hasMessage("Port 9092, wanted for kafka by KAFKA_PORT, is in use");
        assertThatThrownBy(() -> refresh(EMPTY, Map.of("KAFKA_PORT", "70000"), Set.of(), false))
                .hasMessage("KAFKA_PORT=70000 is no port");
    }

    @Test
    void portsAreReadAsTheyWereWritten(@TempDir Path folder) {
        var book = refresh(EMPTY, Map.of(), Set.of(), false);
        book.write(folder.resolve("ports"));
        assertThat(PortBook.read(folder.resolve("ports"))).isEqualTo(book);
    }
}
