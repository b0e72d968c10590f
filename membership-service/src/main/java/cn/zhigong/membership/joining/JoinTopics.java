package cn.zhigong.membership.joining;

import cn.zhigong.platform.event.Topic;
import cn.zhigong.platform.event.TopicSource;
import jakarta.inject.Singleton;
import java.util.List;

/** What happens to applications is told, not kept: nobody copies their state. */
@Singleton
class JoinTopics implements TopicSource {

    @Override
    public List<Topic> topics() {
        return List.of(new Topic(JoinEvent.TOPIC, Topic.Kept.FOR_A_WHILE));
    }
}
