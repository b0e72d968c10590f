package cn.zhigong.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.systemtests.stack.AgainstTheStack;
import cn.zhigong.systemtests.stack.PersonalDataScan;
import cn.zhigong.systemtests.stack.Stack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * After everything else: no identity number and no mobile number stands in plain text where it could leak from. The
 * identity provider's own database is not looked at: it is what knows people.
 */
@AgainstTheStack
@Order(Integer.MAX_VALUE)
class NoTraceOfPeopleTest {

    private final Stack stack;
    private final PersonalDataScan scan;

    NoTraceOfPeopleTest(Stack stack) {
        this.stack = stack;
        this.scan = new PersonalDataScan(stack.people(), _ -> false);
    }

    @Test
    void theSearchFindsWhatItSearches() {
        var person = stack.people().next();
        scan.read("here", "x=" + person.number() + ", y=" + person.phone());
        assertThat(scan.findings()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void noDatabaseHoldsOne() {
        var names = stack.databases().names();
        assertThat(names).contains("membership", "gateway");
        for (var name : names) {
            stack.databases().forEachText(name, scan::read);
        }
        assertThat(scan.findings()).isEmpty();
    }

    @Test
    void noTopicHoldsOne() {
        var messages = stack.topics().all();
        assertThat(messages).isNotEmpty();
        for (var message : messages) {
            scan.read(message.topic() + " key", message.key());
            scan.read(message.topic() + " value", message.value());
            message.headers().forEach((header, value) -> scan.read(message.topic() + " " + header, value));
        }
        assertThat(scan.findings()).isEmpty();
    }

    @Test
    void noLogHoldsOne() throws IOException {
        for (var log : stack.logs().all().toList()) {
            try (var lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
                lines.forEach(line -> scan.read(log.getFileName().toString(), line));
            }
        }
        assertThat(scan.findings()).isEmpty();
    }
}
