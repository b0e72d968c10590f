package cn.zhigong.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LostConstraintsTest {

    private record Lost(Map.@NotNull Entry<String, String> pair, Map.@Valid Entry<String, String> valid) {}

    private record Kept(
            @NotNull String name,
            @NotNull @Valid List<@NotNull String> names,
            @NotNull Kind kind) {}

    private enum Kind {}

    interface Asked {
        void asked(Map.@NotNull Entry<String, String> pair, @NotNull String name);
    }

    @Test
    void aConstraintWithinAQualifiedTypeIsFound() {
        assertThat(LostConstraints.in(Lost.class))
                .hasSize(2)
                .anyMatch(one -> one.contains("NotNull") && one.endsWith(".pair"))
                .anyMatch(one -> one.contains("Valid") && one.endsWith(".valid"));
        assertThat(LostConstraints.in(Asked.class)).hasSize(1);
    }

    @Test
    void oneInFrontOfItIsSeenByTheValidator() {
        assertThat(LostConstraints.in(Kept.class)).isEmpty();
    }
}
