package cn.zhigong.platform.seal;

import cn.zhigong.platform.event.Outbox;
import cn.zhigong.platform.event.WholeTopic;
import cn.zhigong.platform.seal.SealedRanges.Seal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Says whether the audit log is as it was sealed, and the seals as they were published. */
@Singleton
class Verifying {

    private static final Logger LOG = Logger.getLogger(Verifying.class);

    private final SealedRanges ranges;
    private final Outbox outbox;
    private final WholeTopic topics;
    private final ObjectMapper json;
    private final String topic;

    Verifying(
            SealedRanges ranges,
            Outbox outbox,
            WholeTopic topics,
            ObjectMapper json,
            @ConfigProperty(name = "zhigong.events.service") String service) {
        this.ranges = ranges;
        this.outbox = outbox;
        this.topics = topics;
        this.json = json;
        this.topic = AuditSealed.topicOf(service).name();
    }

    AuditVerification verify() {
        // Before the chain: whatever is published by now is found in the chain.
        var published = published();
        var good = Seal.NONE;
        var entries = 0L;
        for (var seal : ranges.all()) {
            var flaw = flaw(seal, good, published);
            if (flaw.isPresent()) {
                return result(published, good, entries, flaw.get());
            }
            good = seal;
            entries += seal.entries();
        }
        var last = good.number();
        var cutOff = published.filter(seals -> seals.newest() > last).isPresent();
        return result(published, good, entries, cutOff ? AuditFlaw.CUT_OFF : null);
    }

    private Optional<AuditFlaw> flaw(Seal seal, Seal before, Optional<PublishedSeals> published) {
        var now = ranges.read(seal.number(), seal.fromXid(), seal.throughXid(), before.hash());
        var follows = seal.number() == before.number() + 1 && seal.fromXid().equals(before.throughXid());
        return follows && now.equals(seal)
                ? published.flatMap(seals -> seals.against(seal))
                : Optional.of(AuditFlaw.ALTERED);
    }

    private static AuditVerification result(
            Optional<PublishedSeals> published, Seal good, long entries, @Nullable AuditFlaw flaw) {
        return new AuditVerification(
                flaw == null,
                good.number(),
                entries,
                published.map(PublishedSeals::oldest).orElse(null),
                published.map(PublishedSeals::newest).orElse(null),
                flaw == null ? null : good.number() + 1,
                flaw,
                good.hash());
    }

    /** Nothing when the broker does not answer. */
    private Optional<PublishedSeals> published() {
        // In the order in which a seal travels, so that none is missed on its way.
        var settled = ranges.last().number();
        var waiting = outbox.waiting(topic).stream()
                .map(body -> parsed(body).path("number").asLong())
                .toList();
        var seals = new PublishedSeals(settled, waiting);
        try {
            topics.read(topic, body -> add(seals, body));
            return Optional.of(seals);
        } catch (WholeTopic.Unavailable e) {
            LOG.warnf(e, "The audit log is verified without its published seals");
            return Optional.empty();
        }
    }

    private void add(PublishedSeals seals, String body) {
        var seal = parsed(body);
        if (seal.path("number").asLong() > 0) {
            seals.add(seal.path("number").asLong(), seal.path("hash").asText());
        }
    }

    private JsonNode parsed(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            LOG.warnf("In topic %s stands something that is no seal", topic);
            return MissingNode.getInstance();
        }
    }
}
