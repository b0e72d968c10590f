package cn.zhigong.membership.organisation;

import cn.zhigong.membership.organisation.OrganisationEvent.OfficerGrantChanged;
import cn.zhigong.membership.organisation.OrganisationEvent.OrganisationChanged;
import cn.zhigong.platform.event.Topic;
import cn.zhigong.platform.event.TopicSource;
import jakarta.inject.Singleton;
import java.util.List;

/** The topics of this feature; compacted, because every service copies the state that they carry. */
@Singleton
class OrganisationTopics implements TopicSource {

    @Override
    public List<Topic> topics() {
        return List.of(
                new Topic(OrganisationChanged.TOPIC, Topic.Kept.NEWEST),
                new Topic(OfficerGrantChanged.TOPIC, Topic.Kept.NEWEST));
    }
}
