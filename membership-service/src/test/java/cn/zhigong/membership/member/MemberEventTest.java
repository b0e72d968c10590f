package cn.zhigong.membership.member;

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
class MemberEventTest extends EventContract {

    private static final UUID UNION = UUID.fromString("01900000-0000-7000-8000-000000000003");
    private static final UUID MEMBER = UUID.fromString("01900000-0000-7000-8000-000000000004");
    private static final UUID PERSON = UUID.fromString("01900000-0000-7000-8000-000000000005");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @Override
    protected List<DomainEvent> examples() {
        return List.of(
                new MemberEvent.MemberJoined(
                        MEMBER,
                        PERSON,
                        "worker-1",
                        UNION,
                        MemberState.ACTIVE,
                        DAY,
                        WorkerGroup.COURIER,
                        EmploymentForm.NEW_FORM,
                        0),
                new MemberEvent.MemberChanged(
                        MEMBER,
                        PERSON,
                        "worker-1",
                        UNION,
                        MemberState.ACTIVE,
                        DAY,
                        WorkerGroup.COURIER,
                        EmploymentForm.NEW_FORM,
                        1),
                new MemberEvent.MemberAnnulled(MEMBER, PERSON, UNION, 1));
    }
}
