package cn.zhigong.platform.event;

import static java.util.stream.Collectors.toMap;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jboss.logging.Logger;

/**
 * Creates the topics this service owns where the broker lacks them; existing ones are left as operations set them,
 * except that what must be kept for ever is.
 */
@Singleton
class TopicCreation {

    private static final Logger LOG = Logger.getLogger(TopicCreation.class);
    private static final String FOR_EVER = "-1";

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
        var wanted =
                sources.stream().flatMap(source -> source.topics().stream()).toList();
        try (var admin = Admin.create(connection)) {
            create(admin, wanted);
            keep(
                    admin,
                    wanted.stream()
                            .filter(topic -> topic.kept() == Topic.Kept.FOR_EVER)
                            .toList());
        }
    }

    private void create(Admin admin, List<Topic> wanted) {
        var creations = admin.createTopics(wanted.stream().map(this::created).toList());
        creations.values().forEach((topic, creation) -> {
            try {
                await(topic, creation);
            } catch (TopicExistsException fine) {
                LOG.debugf("There is a topic %s already", topic);
            }
        });
    }

    /** Topics from before this was declared were made with the broker's retention. */
    private static void keep(Admin admin, List<Topic> topics) {
        var forEver = new AlterConfigOp(new ConfigEntry(TopicConfig.RETENTION_MS_CONFIG, FOR_EVER), OpType.SET);
        Map<ConfigResource, Collection<AlterConfigOp>> changes = topics.stream()
                .collect(toMap(
                        topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()), _ -> List.of(forEver)));
        admin.incrementalAlterConfigs(changes).values().forEach((topic, change) -> {
            try {
                await(topic.name(), change);
            } catch (IllegalStateException e) {
                // No reason to send nothing: operations may keep such settings to themselves.
                LOG.errorf(e, "Topic %s must be kept for ever, retention.ms=-1: set it at the broker", topic.name());
            }
        });
    }

    private static void await(String topic, KafkaFuture<Void> change) {
        try {
            change.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException exists) {
                throw exists;
            }
            throw new IllegalStateException("Topic " + topic + " could not be created or set", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while creating topics", e);
        }
    }

    private NewTopic created(Topic topic) {
        var created = new NewTopic(topic.name(), config.partitions(), config.replicas());
        return switch (topic.kept()) {
            case FOR_A_WHILE -> created;
            case NEWEST ->
                created.configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
            case FOR_EVER -> created.configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, FOR_EVER));
        };
    }
}
