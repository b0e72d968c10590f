package cn.zhigong.membership.member;

import cn.zhigong.platform.event.Topic;
import cn.zhigong.platform.event.TopicSource;
import jakarta.inject.Singleton;
import java.util.List;

/** Members are state that other services copy. */
@Singleton
class MemberTopics implements TopicSource {

    @Override
    public List<Topic> topics() {
        return List.of(new Topic(MemberEvent.TOPIC, Topic.Kept.NEWEST));
    }
}
