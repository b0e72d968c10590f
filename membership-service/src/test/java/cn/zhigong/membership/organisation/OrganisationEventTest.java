package cn.zhigong.membership.organisation;

import cn.zhigong.platform.directory.GrantRole;
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
class OrganisationEventTest extends EventContract {

    private static final UUID CITY = UUID.fromString("0198f000-0000-7000-8000-000000000001");
    private static final UUID DISTRICT = UUID.fromString("0198f000-0000-7000-8000-000000000002");
    private static final UUID GRANT = UUID.fromString("0198f000-0000-7000-8000-000000000003");

    @Override
    protected List<DomainEvent> examples() {
        return List.of(
                new OrganisationEvent.OrganisationChanged(
                        DISTRICT,
                        "U31011500000000022",
                        "浦东新区总工会",
                        OrganisationKind.DISTRICT_FEDERATION,
                        2,
                        "310115",
                        CITY,
                        "2",
                        true,
                        0),
                new OrganisationEvent.OfficerGrantChanged(
                        GRANT,
                        "officer-pudong",
                        DISTRICT,
                        GrantRole.OFFICER,
                        Instant.parse("2026-01-01T00:00:00Z"),
                        Instant.parse("2031-01-01T00:00:00Z"),
                        0));
    }
}
