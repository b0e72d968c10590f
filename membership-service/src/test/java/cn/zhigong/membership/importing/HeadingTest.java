package cn.zhigong.membership.importing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.membership.importing.Heading.Defect.Ambiguous;
import cn.zhigong.membership.importing.Heading.Defect.Missing;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HeadingTest {

    private static ColumnMapping named(@Nullable String name) {
        return new ColumnMapping(name, null, null, null, null, null, null, null, null, null, null, null);
    }

    @Test
    void headingsAreFoundHoweverTheyAreWritten() {
        var reading = Heading.read(List.of("＊姓 名", "公民身份号码*", "Phone", "入会时间"), ColumnMapping.USUAL);
        assertThat(reading.defects()).isEmpty();
        assertThat(reading.heading().columns().keySet())
                .containsExactly(RosterField.NAME, RosterField.IDENTITY_NUMBER, RosterField.PHONE, RosterField.JOINED);
    }

    @Test
    void withoutThemARowIsNobody() {
        assertThat(Heading.read(List.of("入会日期"), ColumnMapping.USUAL).defects())
                .containsExactlyInAnyOrder(
                        new Missing(RosterField.NAME),
                        new Missing(RosterField.IDENTITY_NUMBER),
                        new Missing(RosterField.PHONE));
    }

    @Test
    void whatTheUploadNamesIsTakenInsteadOfTheUsual() {
        var cells = List.of("姓名", "曾用名", "身份证号", "手机");
        var reading = Heading.read(cells, named("曾用名"));
        assertThat(reading.heading().cell(List.of("甲", "乙", "", ""), RosterField.NAME))
                .isEqualTo("乙");
        assertThat(reading.heading().ignored()).containsExactly("姓名");
        assertThat(Heading.read(cells, named("员工")).defects()).containsExactly(new Missing(RosterField.NAME));
    }

    @Test
    void twoThatCouldBeItAreNone() {
        assertThat(Heading.read(List.of("姓名", "身份证号", "证件号码", "手机"), ColumnMapping.USUAL)
                        .defects())
                .containsExactly(new Ambiguous(RosterField.IDENTITY_NUMBER));
    }

    @Test
    void everyHeadingMeansOneField() {
        var all = Arrays.stream(RosterField.values())
                .flatMap(field -> field.headings().stream())
                .toList();
        assertThat(all).doesNotHaveDuplicates();
    }

    @Test
    void aMappingNamesEveryField() throws Exception {
        for (var field : RosterField.values()) {
            assertThat(ColumnMapping.class.getDeclaredMethod(field.inMapping())).isNotNull();
        }
    }
}
