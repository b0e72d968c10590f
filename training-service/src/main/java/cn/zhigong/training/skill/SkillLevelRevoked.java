package cn.zhigong.training.skill;

import cn.zhigong.platform.event.DomainEvent;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A certified level of a person no longer counts, because its certificate was revoked. 证书被撤销，职业技能等级随之失效。
 *
 * @param level the one that is gone
 * @param remaining the highest level still held in the occupation; absent when there is none
 * @param version grows with every change of the person's record
 */
record SkillLevelRevoked(
        UUID personId,
        String occupation,
        SkillLevel level,
        String certificateNumber,
        LocalDate on,
        @Nullable Held remaining,
        long version)
        implements DomainEvent {

    /** A level that is held, and since when. */
    record Held(SkillLevel level, String certificateNumber, LocalDate on) {}

    @Override
    public String topic() {
        return SkillTopic.NAME;
    }

    @Override
    public String type() {
        return "cn.zhigong.training.skill-level-revoked.v1";
    }

    @Override
    public UUID aggregateId() {
        return personId;
    }
}
