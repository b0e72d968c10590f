package cn.zhigong.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MultipartTest {

    @Test
    void partsStandBetweenBoundaries() {
        var boundary = Multipart.TYPE.substring(Multipart.TYPE.indexOf('=') + 1);
        var form = new Multipart().text("a", "1").file("b", "名册.csv", "text/csv", "x,y".getBytes(UTF_8));

        assertThat(new String(form.bytes(), UTF_8).replace(boundary, "BOUNDARY").replace("\r\n", "\n"))
                .isEqualTo("""
                        --BOUNDARY
                        Content-Disposition: form-data; name="a"

                        1
                        --BOUNDARY
                        Content-Disposition: form-data; name="b"; filename="名册.csv"
                        Content-Type: text/csv

                        x,y
                        --BOUNDARY--
                        """);
    }
}
