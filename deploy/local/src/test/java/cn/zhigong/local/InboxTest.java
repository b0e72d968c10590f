package cn.zhigong.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxTest {

    @TempDir
    private Path folder;

    @Test
    void theNewestCodeIsTheLastLineHoweverThePhoneIsWritten() throws Exception {
        Files.writeString(folder.resolve(Inbox.fileName("13800000001")), "111111\n222222\n");
        var inbox = new Inbox(folder);
        assertThat(inbox.newestCode("13800000001")).contains("222222");
        assertThat(inbox.newestCode("+86 138-0000-0001")).contains("222222");
        assertThat(inbox.newestCode("13800000002")).isEmpty();
    }

    @Test
    void aServiceMayFileUnderTheInternationalNumber() throws Exception {
        Files.writeString(folder.resolve(Inbox.fileName("+8613800000001")), "333333\n");
        assertThat(new Inbox(folder).newestCode("13800000001")).contains("333333");
    }

    /** The services compute the same name; this one was computed by sha256sum. */
    @Test
    void aFileIsNamedByTheHashOfThePhone() {
        assertThat(Inbox.fileName("13800000001"))
                .isEqualTo("b1c4769e3ad14f68ea1a96b73bbe5a83d90792f044828c5daf9d908b0738b177.txt");
    }
}
