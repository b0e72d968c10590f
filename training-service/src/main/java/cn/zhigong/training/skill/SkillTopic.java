package cn.zhigong.training.skill;

import cn.zhigong.platform.event.Topic;
import cn.zhigong.platform.event.TopicSource;
import jakarta.inject.Singleton;
import java.util.List;

/** The topic of what happens to persons' skill records, keyed by the person. */
@Singleton
class SkillTopic implements TopicSource {

    static final String NAME = "zhigong.training.skill-record.v1";

    @Override
    public List<Topic> topics() {
        return List.of(new Topic(NAME, Topic.Kept.FOR_A_WHILE));
    }
}
