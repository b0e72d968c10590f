package cn.zhigong.platform.event;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics this service owns where the broker lacks them; existing ones are left as operations set them. */
@ApplicationScoped
class TopicCreation {

    private final Map<String, Object> connection;
    private final Instance<TopicSource> sources;
    private final EventConfig config;

    TopicCreation(
            @Identifier("default-kafka-broker") Map<String, Object> connection,
            @Any Instance<TopicSource> sources,
            EventConfig config) {
        this.connection = connection;
        this.sources = sources;
        this.config = config;
    }

    void ensure() {
        var wanted = Stream.concat(
                        sources.stream().flatMap(source -> source.topics().stream()),
                        Stream.of(DeadLetters.topic(config.service())))
                .map(this::created)
                .toList();
        try (var admin = Admin.create(connection)) {
            create(admin, wanted);
        }
    }

    private static void create(Admin admin, List<NewTopic> wanted) {
        for (var creation : admin.createTopics(wanted).values().entrySet()) {
            try {
                creation.getValue().get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw new IllegalStateException("Topic " + creation.getKey() + " could not be created", e);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Stopped while creating topics", e);
            }
        }
    }

    private NewTopic created(Topic topic) {
        var created = new NewTopic(topic.name(), config.partitions(), config.replicas());
        return topic.compacted()
                ? created.configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT))
                : created;
    }
}
