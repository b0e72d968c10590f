package cn.zhigong.platform.event;

import jakarta.inject.Singleton;
import java.util.List;

/** The topic that tells of events a service has parked. */
@Singleton
class DeadLetterTopic implements TopicSource {

    private final EventConfig config;

    DeadLetterTopic(EventConfig config) {
        this.config = config;
    }

    static String of(String service) {
        return "zhigong." + service + ".dead-letter.v1";
    }

    @Override
    public List<Topic> topics() {
        return List.of(new Topic(of(config.service()), Topic.Kept.FOR_A_WHILE));
    }
}
