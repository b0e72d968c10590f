package cn.zhigong.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.systemtests.stack.AgainstTheStack;
import cn.zhigong.systemtests.stack.Stack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The documented quick start is what a newcomer pastes into a terminal, so that is what is run. */
@AgainstTheStack
@Order(15)
class QuickStartTest {

    private static final String BEGIN = "<!-- quick-start:begin";
    private static final String END = "<!-- quick-start:end";

    private final Stack stack;

    QuickStartTest(Stack stack) {
        this.stack = stack;
    }

    @Test
    void theQuickStartWorksAsItIsWritten() throws Exception {
        var builder = new ProcessBuilder("bash", "-euo", "pipefail", "-c", script())
                .directory(stack.checkout().toFile())
                .redirectErrorStream(true);
        builder.environment().put("STATE", stack.folder().toString());
        builder.environment().put("worker", newcomer());
        var process = builder.start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output)
                .containsPattern("[YSJ]\\d{4}\\d{2}\\d{6}\\d{2}[1-5]\\d{6}")
                .contains("ACCEPTED");
    }

    /** On a stack that is used again, the first demo workers have gone this way before. */
    private String newcomer() {
        return IntStream.rangeClosed(1, 9)
                .mapToObj(number -> "worker-" + number)
                .filter(worker ->
                        stack.as(worker).get("/api/membership/v1/members/me").status() == 404)
                .findFirst()
                .orElseThrow();
    }

    private String script() throws IOException {
        var text = Files.readString(stack.checkout().resolve("README.md"));
        int begin = text.indexOf(BEGIN);
        var block = text.substring(begin, text.indexOf(END, begin));
        int fence = block.indexOf("```");
        return block.substring(block.indexOf('\n', fence) + 1, block.lastIndexOf("```"));
    }
}
