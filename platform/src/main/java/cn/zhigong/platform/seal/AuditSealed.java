package cn.zhigong.platform.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.zhigong.platform.event.DomainEvent;
import cn.zhigong.platform.event.Topic;
import java.util.UUID;

/**
 * A seal, published so that whoever rewrites the database cannot rewrite every copy of it. 审计封印，发布后无法连同全部副本一并篡改。
 *
 * @param number of the seal within the service, from 1 without a gap
 * @param hash SHA-256 over the seal before and all its entries, hexadecimal
 */
record AuditSealed(String service, long number, long entries, String hash) implements DomainEvent {

    static AuditSealed of(String service, SealedRanges.Seal seal) {
        return new AuditSealed(service, seal.number(), seal.entries(), seal.hash());
    }

    static Topic topicOf(String service) {
        return new Topic("zhigong." + service + ".audit-seal.v1", Topic.Kept.FOR_EVER);
    }

    @Override
    public String topic() {
        return topicOf(service).name();
    }

    @Override
    public String type() {
        return "cn.zhigong.platform.audit-sealed.v1";
    }

    /** All seals of a service have one key, so that they stay in order. */
    @Override
    public UUID aggregateId() {
        return UUID.nameUUIDFromBytes(("audit-" + service).getBytes(UTF_8));
    }
}
