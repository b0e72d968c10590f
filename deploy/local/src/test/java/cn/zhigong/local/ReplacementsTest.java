package cn.zhigong.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplacementsTest {

    private static final Replacements NONE = new Replacements(Map.of());

    @Test
    void aPartIsReplacedByTheEnvironment() {
        var replacements = Replacements.from(
                Map.of(
                        "KAFKA_BOOTSTRAP", "kafka.example:9092",
                        "EXTERNAL_DATABASE_URL", "postgres://root:a%40b@db.example/",
                        "MEMBERSHIP_URL", "http://127.0.0.1:9999",
                        "ISSUER_URL", ""),
                Map.of(),
                NONE);
        assertThat(replacements.kafka()).contains("kafka.example:9092");
        assertThat(replacements.database()).contains(new Database("db.example", 5432, "postgres", "root", "a@b"));
        assertThat(replacements.url(Component.MEMBERSHIP)).contains("http://127.0.0.1:9999");
        assertThat(replacements.issuer()).isEmpty();
    }

    /** Whoever sources .local/env and runs "up" again would otherwise replace every part by itself. */
    @Test
    void theStacksOwnEnvFileReplacesNothing() {
        var own = Map.of("KAFKA_BOOTSTRAP", "127.0.0.1:21000");
        assertThat(Replacements.from(own, own, NONE)).isEqualTo(NONE);
    }

    @Test
    void aReplacementStaysOneAtTheNextUp() {
        var environment = Map.of("KAFKA_BOOTSTRAP", "kafka.example:9092");
        var first = Replacements.from(environment, Map.of(), NONE);
        assertThat(Replacements.from(environment, environment, first)).isEqualTo(first);
    }

    @Test
    void aDatabaseUrlWithoutAPasswordIsRefused() {
        assertThatThrownBy(() -> Database.parse("postgres://db.example/x")).isInstanceOf(LocalStackException.class);
    }
}
