package cn.zhigong.platform.reference;

import static cn.zhigong.platform.reference.Violation.CHARACTERS;
import static cn.zhigong.platform.reference.Violation.INVISIBLE;
import static cn.zhigong.platform.reference.Violation.LENGTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "王芳",
                "阿卜杜拉·买买提",
                "李\uD840\uDC0B", // extension B
                "张\uD86D\uDF40", // extension D
                "王〇",
                "J. R. O’Neil-Smith",
                "José Jr.",
                "Nguyễn Văn",
                "Иван",
                "अनिता शर्मा",
            })
    void namesOfManyKindsPass(String name) {
        assertThat(PersonName.parse(name)).isEqualTo(new Parsed.Valid<>(new PersonName(name)));
    }

    @Test
    void differentKeysGiveTheSameName() {
        assertThat(value("阿卜杜拉•买买提")).isEqualTo("阿卜杜拉·买买提");
        assertThat(value("阿卜杜拉・买买提")).isEqualTo("阿卜杜拉·买买提");
        assertThat(value("　王　芳 ")).isEqualTo("王 芳");
        assertThat(value("Jose\u0301  Li")).isEqualTo("José Li");
        assertThat(value("Ｊｏｈｎ")).isEqualTo("John");
    }

    @Test
    void refusesWhatIsNoName() {
        assertThat(violations("王")).containsExactly(LENGTH);
        assertThat(violations("")).contains(LENGTH);
        assertThat(violations("王".repeat(51))).containsExactly(LENGTH);
        assertThat(violations("王".repeat(1_000_000))).containsExactly(LENGTH);
        assertThat(violations("王芳1")).containsExactly(CHARACTERS);
        assertThat(violations("=王芳")).containsExactly(CHARACTERS);
        assertThat(violations("王😀")).containsExactly(CHARACTERS);
        assertThat(violations("·王芳")).containsExactly(CHARACTERS);
        assertThat(violations("王芳·")).containsExactly(CHARACTERS);
        assertThat(violations("王\uE000")).containsExactly(CHARACTERS);
        assertThat(violations("王\uD840")).containsExactly(CHARACTERS);
        assertThat(violations("ab\u0330\u0330\u0330\u0330c")).containsExactly(CHARACTERS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"王\u200B芳", "王\u202E芳", "王\u0000芳", "王\n芳", "王\uFE0F芳", "王\u3164", "王\uDB40\uDD00芳", "王\u2028芳"})
    void whatCannotBeSeenIsRefused(String name) {
        assertThat(violations(name)).contains(INVISIBLE);
    }

    @Test
    void fiftyRareCharactersFit() {
        assertThat(violations("\uD840\uDC0B".repeat(50))).isEmpty();
    }

    @Test
    void aNameReadsAsItself() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var alphabet = "王芳·•J. e\u0301\u1100\u1161-’\u3000\uF900".codePoints().toArray();
        for (var round = 0; round < 20_000; round++) {
            var typed = new StringBuilder();
            random.ints(random.nextInt(12), 0, alphabet.length).forEach(i -> typed.appendCodePoint(alphabet[i]));
            PersonName.parse(typed.toString())
                    .toOptional()
                    .ifPresent(name -> assertThat(PersonName.parse(name.value()))
                            .as("seed %d", seed)
                            .isEqualTo(new Parsed.Valid<>(name)));
        }
    }

    @Test
    void cannotBeBuiltWrongAndNeverPrintsItself() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PersonName(" 王芳"));
        assertThat(new PersonName("王小芳").toString()).isEqualTo("王**");
    }

    private static String value(String typed) {
        return PersonName.parse(typed).toOptional().orElseThrow().value();
    }

    private static List<Violation> violations(String typed) {
        return PersonName.parse(typed).violations();
    }
}
