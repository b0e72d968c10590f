package cn.zhigong.membership.joincode;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.membership.joincode.Presented.Pass;
import cn.zhigong.membership.joincode.Presented.Printed;
import cn.zhigong.membership.joincode.Presented.Shown;
import java.util.HashSet;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTextTest {

    @Test
    void aCodeHas130BitsInLettersThatAreNotMistaken() {
        var seen = new HashSet<Integer>();
        for (int i = 0; i < 1_000; i++) {
            var code = CodeText.random();
            assertThat(code).matches("[0-9A-HJKMNP-TV-Z]{26}");
            code.chars().forEach(seen::add);
        }
        assertThat(seen).as("every letter of the alphabet occurs").hasSize(32);
        assertThat(Stream.generate(CodeText::random).limit(10_000)).doesNotHaveDuplicates();
    }

    @Test
    void aCodeMayBeTypedAsPeopleReadIt() {
        assertThat(CodeText.read("o1l-iab c")).hasValue("0111ABC");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "U", "码", "A/B", "A%00", "\u0000", "Ａ", "A_B", "ı", "ſ"})
    void whatCannotBeACodeIsNotRead(String typed) {
        assertThat(CodeText.read(typed)).isEmpty();
    }

    @Test
    void numbersAndBytesComeBack() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            var number = random.nextLong(1L << 40) + 1;
            assertThat(CodeText.number(CodeText.of(number))).as("seed %s", seed).hasValue(number);
        }
        assertThat(CodeText.of(new byte[16])).isEqualTo("0".repeat(26));
        assertThat(CodeText.of(new byte[] {(byte) 0xff, (byte) 0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}))
                .startsWith("ZZZG")
                .endsWith("04");
    }

    @Test
    void eachFormIsReadAsWhatItIs() {
        var handle = CodeText.random();
        var printed = new Printed(handle);
        var shown = new Shown(handle, CodeText.random());
        var pass = new Pass(handle, 1_800_000_000L, CodeText.random(), CodeText.random());
        assertThat(Presented.read(printed.toString())).hasValue(printed);
        assertThat(Presented.read(shown.toString())).hasValue(shown);
        assertThat(Presented.read(pass.toString())).hasValue(pass);
    }

    @Test
    void otherFormsAreNotRead() {
        var handle = CodeText.random();
        assertThat(Presented.read(handle + ".")).isEmpty();
        assertThat(Presented.read(handle.substring(1))).isEmpty();
        assertThat(Presented.read(handle + "." + handle + "." + handle)).isEmpty();
        assertThat(Presented.read(handle + ".0.0.0.0")).isEmpty();
        assertThat(Presented.read("A".repeat(201))).isEmpty();
        assertThat(Presented.read(handle + ".ZZZZZZZZZZZZZ.0.0")).isEmpty();
    }
}
