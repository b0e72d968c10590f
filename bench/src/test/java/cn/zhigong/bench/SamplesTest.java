package cn.zhigong.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SamplesTest {

    @Test
    void aSampleBelongsToTheMethodThatRanToTheLibraryItRanForAndToOurMethodThatAskedForIt() {
        var samples = new Samples();
        samples.add(List.of(
                "java.util.HashMap.get",
                "org.hibernate.engine.internal.Cascade.cascade",
                "cn.zhigong.membership.joining.Joining.file",
                "cn.zhigong.platform.web.Filter.filter"));
        samples.add(List.of("java.util.HashMap.get", "java.lang.Thread.run"));

        assertThat(samples.table())
                .contains("2 samples")
                .contains("100.0 %  java.util.HashMap.get")
                .contains("50.0 %  org.hibernate.engine\n")
                .contains("50.0 %  cn.zhigong.membership.joining.Joining.file")
                .contains("50.0 %  (none of ours)")
                .contains("50.0 %  cn.zhigong.platform.web.Filter.filter")
                .contains("100.0 %  JDK\n");
    }
}
