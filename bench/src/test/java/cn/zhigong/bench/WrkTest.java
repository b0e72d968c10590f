package cn.zhigong.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WrkTest {

    private static final String OUTPUT = """
            Running 8s test @ http://127.0.0.1:8080/api/membership/v1/things
              1 threads and 32 connections
              Thread Stats   Avg      Stdev     Max   +/- Stdev
                Latency     1.28ms  812.00us  20.11ms   91.00%
                Req/Sec    25.30k     1.10k   27.00k    80.00%
              Latency Distribution
                 50%  950.00us
                 99%    4.20ms
              201160 requests in 8.04s, 120.11MB read
            Requests/sec:  25019.90
            Transfer/sec:     14.94MB
            """;

    @Test
    void requestsTimeAndMedianAreRead() {
        assertThat(Wrk.outcome(OUTPUT)).isEqualTo(new Wrk.Outcome(201_160, 8.04, 0.95, 0));
    }

    @Test
    void socketErrorsOfAllKindsAreAdded() {
        var broken = OUTPUT + "  Socket errors: connect 0, read 3, write 1, timeout 2\n";

        assertThat(Wrk.outcome(broken).socketErrors()).isEqualTo(6);
    }

    @Test
    void refusalsAndSilenceAreNoMeasure() {
        assertThatThrownBy(() -> Wrk.outcome(OUTPUT + "  Non-2xx or 3xx responses: 3\n"))
                .isInstanceOf(BenchException.class);
        assertThatThrownBy(() -> Wrk.outcome(OUTPUT.replace("201160 requests", "0 requests")))
                .isInstanceOf(BenchException.class);
        assertThatThrownBy(() -> Wrk.outcome("unable to connect")).isInstanceOf(BenchException.class);
    }
}
