package cn.zhigong.membership.joining;

import cn.zhigong.membership.routing.RoutingRule;
import cn.zhigong.platform.event.DomainEvent;
import cn.zhigong.platform.testing.EventContract;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class JoinEventTest extends EventContract {

    private static final UUID APPLICATION = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final UUID CODE = UUID.fromString("01900000-0000-7000-8000-000000000002");
    private static final UUID UNION = UUID.fromString("01900000-0000-7000-8000-000000000003");
    private static final UUID MEMBER = UUID.fromString("01900000-0000-7000-8000-000000000004");
    private static final UUID GROUP = UUID.fromString("01900000-0000-7000-8000-000000000006");
    private static final UUID TRANSFER = UUID.fromString("01900000-0000-7000-8000-000000000007");

    @Override
    protected List<DomainEvent> examples() {
        return List.of(
                new JoinEvent.JoinSubmitted(APPLICATION, CODE),
                new JoinEvent.JoinRouted(APPLICATION, UNION, GROUP, RoutingRule.JOIN_CODE, UNION),
                new JoinEvent.JoinDecided(
                        APPLICATION,
                        UNION,
                        ApplicationState.MEMBER_CREATED,
                        List.of(ReturnReason.IDENTITY.name()),
                        MEMBER,
                        TRANSFER));
    }
}
