package cn.zhigong.training.skill;

import cn.zhigong.platform.event.DomainEvent;
import cn.zhigong.platform.testing.EventContract;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class SkillEventTest extends EventContract {

    private static final UUID PERSON = UUID.fromString("01900000-0000-7000-8000-000000000005");
    private static final UUID MEMBER = UUID.fromString("01900000-0000-7000-8000-000000000004");

    @Override
    protected List<DomainEvent> examples() {
        return List.of(
                new SkillLevelPromoted(
                        PERSON,
                        MEMBER,
                        "6-18-02-04",
                        SkillLevel.TECHNICIAN,
                        "Y000031000001262000001",
                        LocalDate.of(2026, 1, 5),
                        1),
                new SkillLevelRevoked(
                        PERSON,
                        "6-18-02-04",
                        SkillLevel.TECHNICIAN,
                        "Y000031000001262000001",
                        LocalDate.of(2026, 3, 2),
                        new SkillLevelRevoked.Held(
                                SkillLevel.SENIOR, "Y000031000001253000007", LocalDate.of(2025, 6, 30)),
                        2));
    }
}
