package cn.zhigong.membership.servicepoint;

import cn.zhigong.platform.event.Topic;
import cn.zhigong.platform.event.TopicSource;
import jakarta.inject.Singleton;
import java.util.List;

/** Compacted: whoever draws a map starts with all places as they are. */
@Singleton
class ServicePointTopics implements TopicSource {

    @Override
    public List<Topic> topics() {
        return List.of(new Topic(ServicePointEvent.TOPIC, Topic.Kept.NEWEST));
    }
}
