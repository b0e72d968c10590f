package cn.zhigong.training.skill;

import cn.zhigong.platform.event.DomainEvent;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A person has a higher certified level in an occupation. 职业技能等级晋升。
 *
 * @param version grows with every change of the person's record
 */
record SkillLevelPromoted(
        UUID personId,
        UUID memberId,
        String occupation,
        SkillLevel level,
        String certificateNumber,
        LocalDate on,
        long version)
        implements DomainEvent {

    @Override
    public String topic() {
        return SkillTopic.NAME;
    }

    @Override
    public String type() {
        return "cn.zhigong.training.skill-level-promoted.v1";
    }

    @Override
    public UUID aggregateId() {
        return personId;
    }
}
