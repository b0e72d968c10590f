package cn.zhigong.membership.member;

import cn.zhigong.platform.event.Topic;
import cn.zhigong.platform.event.TopicSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Members are state that other services copy. */
@ApplicationScoped
class MemberTopics implements TopicSource {

    @Override
    public List<Topic> topics() {
        return List.of(new Topic(MemberEvent.TOPIC, Topic.Kept.NEWEST));
    }
}
