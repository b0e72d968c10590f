package cn.zhigong.platform.seal;

import cn.zhigong.platform.event.Topic;
import cn.zhigong.platform.event.TopicSource;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The topic that keeps a second copy of every seal. */
@Singleton
class AuditTopics implements TopicSource {

    private final String service;

    AuditTopics(@ConfigProperty(name = "zhigong.events.service") String service) {
        this.service = service;
    }

    @Override
    public List<Topic> topics() {
        return List.of(AuditSealed.topicOf(service));
    }
}
