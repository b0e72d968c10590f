package cn.zhigong.membership.joinpage;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.membership.MovedClock;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is typed into the form of the page, and what it says of it. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MovedClock.class)
class JoinFormTest extends WithAPhone {

    @ParameterizedTest
    @CsvSource({
        "number, 310101199001011235, 校验码错误, wrong check digit",
        "number, 310101199002301235, 出生日期, birth date",
        "name, 李, 长度, length",
        "type, NONSENSE, 无效, not valid",
        "workerGroup, NONSENSE, 无效, not valid",
        "employmentForm, '', 必填, required",
        "birthDate, 1990-13-01, 格式, form",
    })
    void eachRefusalStandsAtItsFieldInBothLanguagesAndWhatWasTypedStays(
            String field, String value, String zh, String en) {
        var code = Scene.set().code(clock, Map.of());
        var visitor = withRight(code);
        var typed = Scene.filledIn();
        typed.put(field, value);
        visitor.send("form", typed);
        assertThat(visitor.status()).isEqualTo(422);
        assertThat(visitor.error(field)).contains(zh);
        assertThat(visitor.page().select("#employer").val()).isEqualTo("申城快递");
        assertThat(visitor.page().select("#charter").hasAttr("checked")).isTrue();
        if (!field.equals("workerGroup")) {
            assertThat(visitor.page().select("#workerGroup option[selected]").val())
                    .isEqualTo("COURIER");
        }
        visitor.open("/j/" + code + "?lang=en").send("form", typed);
        assertThat(visitor.error(field)).containsIgnoringCase(en);
    }

    @Test
    void whatTheDatabaseCannotKeepIsRefusedAtItsField() {
        var code = Scene.set().code(clock, Map.of());
        var typed = Scene.filledIn();
        typed.put("employer", "申城\0快递");
        var visitor = withRight(code).send("form", typed);
        assertThat(visitor.status()).isEqualTo(422);
        assertThat(visitor.error("employer")).contains("无效");
    }

    @Test
    void somebodyUnderSixteenIsRefusedAtTheNumber() {
        var code = Scene.set().code(clock, Map.of());
        var typed = Scene.filledIn();
        typed.put(
                "number", Scene.newNumber(clock.instant().atZone(ZoneOffset.UTC).getYear() - 10));
        var visitor = withRight(code).send("form", typed);
        assertThat(visitor.status()).isEqualTo(422);
        assertThat(visitor.error("number")).isNotBlank();
    }

    @Test
    void aForeignerWithPassportIsAskedForNationalityAndBirthDate() {
        var code = Scene.set().code(clock, Map.of());
        var typed = Scene.filledIn();
        typed.putAll(Map.of("type", "PASSPORT", "number", "C01X00T47", "name", "Erika Mustermann"));
        var visitor = withRight(code).send("form", typed);
        assertThat(visitor.error("nationality") + visitor.error("birthDate")).isNotBlank();
        typed.putAll(Map.of("nationality", "deu", "birthDate", "1990-01-31"));
        assertThat(visitor.send("form", typed).path()).endsWith("/result");
    }

    @Test
    void whatIsTypedCannotBecomeMarkup() {
        var code = Scene.set().code(clock, Map.of());
        var typed = Scene.filledIn();
        typed.put("name", "\"><script>alert(1)</script>");
        typed.put("number", "1");
        var visitor = withRight(code).send("form", typed);
        assertThat(visitor.page().select("script")).isEmpty();
        assertThat(visitor.page().select("#name").val()).isEqualTo("\"><script>alert(1)</script>");
    }

    @Test
    void aWrongPhoneStandsAtItsFieldAndStays() {
        var code = Scene.set().code(clock, Map.of());
        var visitor = Visitor.of(code).send("phone", Map.of("phone", "12345"));
        assertThat(visitor.status()).isEqualTo(422);
        assertThat(visitor.error("phone")).isNotBlank();
        assertThat(visitor.page().select("#phone").val()).isEqualTo("12345");
    }
}
