package cn.zhigong.competition.contest;

import cn.zhigong.platform.event.DomainEvent;
import cn.zhigong.platform.testing.EventContract;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class ContestEventTest extends EventContract {

    private static final UUID CONTEST = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final UUID DISTRICT = UUID.fromString("01900000-0000-7000-8000-000000000002");
    private static final UUID EVENT = UUID.fromString("01900000-0000-7000-8000-000000000003");

    @Override
    protected List<DomainEvent> examples() {
        return List.of(new ContestEvent.Changed(
                CONTEST,
                DISTRICT,
                "焊工技能比武",
                ContestLevel.CITY,
                ContestClass.CITY_1,
                ContestKind.SKILLS,
                2026,
                ContestState.PUBLICITY,
                Instant.parse("2026-01-12T16:00:00Z"),
                List.of(new ContestEvent.Trade(EVENT, "焊工", "6-18-02-04", 3, 100)),
                7));
    }
}
