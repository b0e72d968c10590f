package cn.zhigong.rights.intake;

import cn.zhigong.platform.event.Topic;
import cn.zhigong.platform.event.TopicSource;
import jakarta.inject.Singleton;
import java.util.List;

/** The topic of disputes. */
@Singleton
class DisputeTopics implements TopicSource {

    @Override
    public List<Topic> topics() {
        return List.of(new Topic(DisputeEvent.TOPIC, Topic.Kept.FOR_A_WHILE));
    }
}
