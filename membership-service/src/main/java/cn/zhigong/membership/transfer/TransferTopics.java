package cn.zhigong.membership.transfer;

import cn.zhigong.platform.event.Topic;
import cn.zhigong.platform.event.TopicSource;
import jakarta.inject.Singleton;
import java.util.List;

/** What happens to transfers is told, not kept: nobody copies their state. */
@Singleton
class TransferTopics implements TopicSource {

    @Override
    public List<Topic> topics() {
        return List.of(new Topic(TransferEvent.TOPIC, Topic.Kept.FOR_A_WHILE));
    }
}
