package cn.zhigong.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    @Test
    void theStateFolderComesBeforeTheCommand() {
        var arguments = Arguments.parse(List.of("--state", "/other", "logs", "kafka", "--follow"));
        assertThat(arguments.command()).isEqualTo("logs");
        assertThat(arguments.state()).contains("/other");
        assertThat(arguments.words()).containsExactly("kafka");
        assertThat(arguments.has("--follow")).isTrue();
    }

    @Test
    void valuesThatMakeLeavesEmptyAreNotGiven() {
        var arguments = Arguments.parse(List.of("token", "USER=", "CLIENT=court-pudong"));
        assertThat(arguments.value("USER")).isEmpty();
        assertThat(arguments.value("CLIENT")).contains("court-pudong");
    }

    @Test
    void theWordsOfACommandToRunAreLeftAlone() {
        var arguments = Arguments.parse(List.of("with-infra", "bin/mvn", "--state", "-Dtest=A"));
        assertThat(arguments.rest()).containsExactly("bin/mvn", "--state", "-Dtest=A");
    }
}
