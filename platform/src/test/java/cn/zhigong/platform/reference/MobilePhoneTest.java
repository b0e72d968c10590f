package cn.zhigong.platform.reference;

import static cn.zhigong.platform.reference.Violation.CHARACTERS;
import static cn.zhigong.platform.reference.Violation.LENGTH;
import static cn.zhigong.platform.reference.Violation.MACHINE_SIM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MobilePhoneTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800001234",
                "+8613800001234",
                "+86 138 0000 1234",
                "0086-138-0000-1234",
                "8613800001234",
                "１３８００００１２３４",
                "＋８６　138 0000 1234",
                "\u202D+86 138 0000 1234\u202C", // as the phone book of a well-known phone copies it
            })
    void oneNumberTypedInManyWays(String typed) {
        assertThat(MobilePhone.parse(typed)).isEqualTo(new Parsed.Valid<>(new MobilePhone("13800001234")));
    }

    @Test
    void machinesAndOthersAreRefused() {
        assertThat(violations("1440000000000")).containsExactly(MACHINE_SIM);
        assertThat(violations("1064800000000")).containsExactly(MACHINE_SIM);
        assertThat(violations("12800001234")).containsExactly(CHARACTERS);
        assertThat(violations("23800001234")).containsExactly(CHARACTERS);
        assertThat(violations("1380000123")).containsExactly(LENGTH);
        assertThat(violations("138000012345")).containsExactly(LENGTH);
        assertThat(violations("+1 13800001234")).containsExactly(CHARACTERS);
        assertThat(violations("1380000123a")).containsExactly(CHARACTERS);
        assertThat(violations("")).containsExactly(LENGTH);
        assertThat(violations("1".repeat(1_000_000))).containsExactly(LENGTH);
    }

    @Test
    void cannotBeBuiltWrongAndNeverPrintsItself() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MobilePhone("+8613800001234"));
        assertThat(new MobilePhone("13800001234").toString()).isEqualTo("138****1234");
        assertThat(new MobilePhone("13800001234").international()).isEqualTo("+8613800001234");
    }

    private static List<Violation> violations(String typed) {
        return MobilePhone.parse(typed).violations();
    }
}
