package cn.zhigong.competition.registration;

import cn.zhigong.platform.event.DomainEvent;
import cn.zhigong.platform.testing.EventContract;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class RegistrationEventTest extends EventContract {

    private static final UUID CONTEST = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final UUID UNION = UUID.fromString("01900000-0000-7000-8000-000000000002");
    private static final UUID EVENT = UUID.fromString("01900000-0000-7000-8000-000000000003");
    private static final UUID ENTRY = UUID.fromString("01900000-0000-7000-8000-000000000004");
    private static final UUID MEMBER = UUID.fromString("01900000-0000-7000-8000-000000000005");
    private static final UUID PERSON = UUID.fromString("01900000-0000-7000-8000-000000000006");

    @Override
    protected List<DomainEvent> examples() {
        return List.of(
                new RegistrationEvent.Registered(
                        ENTRY, CONTEST, EVENT, MEMBER, PERSON, UNION, RegistrationState.REGISTERED, 0),
                new RegistrationEvent.Withdrawn(
                        ENTRY, CONTEST, EVENT, MEMBER, PERSON, UNION, RegistrationState.WITHDRAWN, 1));
    }
}
