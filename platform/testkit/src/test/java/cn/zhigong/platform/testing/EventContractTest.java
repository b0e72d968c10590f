package cn.zhigong.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.event.DomainEvent;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventContractTest {

    private record Named(String type) implements DomainEvent {

        @Override
        public String topic() {
            return "";
        }

        @Override
        public UUID aggregateId() {
            return new UUID(0, 0);
        }
    }

    /** A type that the rules of documents refuse is none here either. */
    @ParameterizedTest
    @CsvSource({
        "cn.zhigong.notes.note-written.v1, note-written.v1.json",
        "cn.zhigong.notes.note--written.v1, cn.zhigong.notes.note--written.v1.json",
        "cn.zhigong.notes.-note.v1, cn.zhigong.notes.-note.v1.json",
        "cn.zhigong.notes.note-.v1, cn.zhigong.notes.note-.v1.json"
    })
    void aFileIsCalledAfterTheEventWhereItsTypeIsOne(String type, String file) {
        assertThat(EventContract.file(new Named(type))).isEqualTo(EventContract.FOLDER.resolve(file));
    }
}
