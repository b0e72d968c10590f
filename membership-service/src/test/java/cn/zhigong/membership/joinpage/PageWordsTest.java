package cn.zhigong.membership.joinpage;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.membership.joining.ApplicationState;
import cn.zhigong.membership.joining.ClosingReason;
import cn.zhigong.membership.joining.RejectionReason;
import cn.zhigong.membership.joining.ReturnReason;
import cn.zhigong.membership.member.EmploymentForm;
import cn.zhigong.membership.member.WorkerGroup;
import cn.zhigong.platform.problem.Language;
import cn.zhigong.platform.reference.IdentityType;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PageWordsTest {

    private final PageWords words = new PageWords();

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyChoiceAndStateHasItsWords(Language language) {
        var keys = Stream.of(
                        keys("type.", IdentityType.values()),
                        keys("employmentForm.", EmploymentForm.values()),
                        keys("workerGroup.", WorkerGroup.values()),
                        keys("state.", ApplicationState.values()),
                        keys("means.", ApplicationState.values()),
                        keys("reason.", ReturnReason.values()),
                        keys("reason.", RejectionReason.values()),
                        keys("reason.", ClosingReason.values()))
                .flatMap(each -> each);
        assertThat(words.in(language).keySet()).containsAll(keys.toList());
    }

    @Test
    void bothLanguagesSayEverything() {
        assertThat(words.in(Language.ZH).values())
                .allSatisfy(text -> assertThat(text).isNotBlank());
        assertThat(words.in(Language.EN).keySet())
                .isEqualTo(words.in(Language.ZH).keySet());
    }

    private static Stream<String> keys(String prefix, Enum<?>[] values) {
        return Stream.of(values).map(value -> prefix + value.name());
    }
}
