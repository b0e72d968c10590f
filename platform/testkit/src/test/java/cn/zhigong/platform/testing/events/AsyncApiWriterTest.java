package cn.zhigong.platform.testing.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhigong.platform.event.DomainEvent;
import cn.zhigong.platform.event.Topic;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AsyncApiWriterTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOPIC = "zhigong.notes.note.v1";

    record Written(UUID noteId) implements DomainEvent {

        @Override
        public String topic() {
            return TOPIC;
        }

        @Override
        public String type() {
            return "cn.zhigong.notes.note-written.v1";
        }

        @Override
        public UUID aggregateId() {
            return noteId;
        }
    }

    private static ObjectNode document(String topic) {
        var service = new AsyncApiWriter.Service("notes", "Notes", "1", "Notes of a test", 6);
        var event = new Written(new UUID(1, 2));
        var body = JSON.createObjectNode().put("noteId", event.noteId().toString());
        return AsyncApiWriter.document(
                service,
                JSON,
                List.of(new Topic(topic, Topic.Kept.FOR_A_WHILE)),
                List.of(new SaidEvent(event, body)),
                List.of());
    }

    @Test
    void anEventStandsOnItsTopic() {
        assertThat(document(TOPIC).at("/channels/notes.note.v1/messages").has("note-written.v1"))
                .isTrue();
    }

    @Test
    void anEventOnATopicThatNobodyDeclaresIsNotLeftOut() {
        assertThatThrownBy(() -> document("zhigong.notes.page.v1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(TOPIC, "note-written.v1");
    }
}
