package cn.zhigong.platform.testing.events;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The name of a topic, {@code zhigong.{service}.{aggregate}.v1}, and what is called after it. */
record TopicName(String topic) {

    private String part(int index) {
        var parts = topic.split("\\.", -1);
        return parts.length > index ? parts[index] : "";
    }

    String owner() {
        return part(1);
    }

    /** In a document, of one service or of all: {@code training.skill-record.v1}. */
    String key() {
        return topic.substring(topic.indexOf('.') + 1);
    }

    /** {@code skill record}. */
    String words() {
        return part(2).replace('-', ' ');
    }

    /** {@code Skill record}. */
    String title() {
        return capital(words());
    }

    /** {@code SkillRecord}. */
    String type() {
        return Arrays.stream(part(2).split("-", -1)).map(TopicName::capital).collect(Collectors.joining());
    }

    static String capital(String word) {
        return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
