package cn.zhigong.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogLineTest {

    @Test
    void jsonOfOurProgramsIsShownForPeople() {
        assertThat(LogLine.readable("""
                {"timestamp":"2026-11-26T12:00:00.1Z","sequence":1,"loggerName":"cn.zhigong.X","level":"WARN",\
                "message":"It is late","mdc":{"traceId":"abc"},\
                "exception":{"exceptionType":"java.io.IOException","message":"closed",\
                "causedBy":{"exception":{"exceptionType":"A","message":"b"}}}}""")).isEqualTo("""
                        2026-11-26T12:00:00.1Z WARN  [cn.zhigong.X] It is late (trace abc)
                            java.io.IOException: closed
                            A: b""");
    }

    @Test
    void otherLinesStayAsTheyAre() {
        for (var line : new String[] {"", "LOG:  database system is ready", "{\"broken", "{\"other\":1}", "{}"}) {
            assertThat(LogLine.readable(line)).isEqualTo(line);
        }
    }
}
