package cn.zhigong.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;

/** How tests of services say that a request must be refused. */
public final class Refusals {

    private Refusals() {}

    /** Refused with this status and problem code. */
    public static void refused(Response answer, int status, String code) {
        assertThat(Answers.body(answer, status).path("code").asText())
                .as(answer.asString())
                .isEqualTo(code);
    }

    /** Refused because of this field of its body. */
    public static void violates(Response answer, String field, String code) {
        assertThat(Answers.body(answer, 422).path("violations"))
                .as(answer.asString())
                .anySatisfy(one -> {
                    assertThat(one.path("field").asText()).isEqualTo(field);
                    assertThat(one.path("code").asText()).isEqualTo(code);
                });
    }
}
