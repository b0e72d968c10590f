package cn.zhigong.rights.intake;

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
class DisputeEventTest extends EventContract {

    private static final UUID DISPUTE = UUID.fromString("01990000-0000-7000-8000-000000000001");
    private static final UUID DESK = UUID.fromString("01990000-0000-7000-8000-000000000002");
    private static final UUID OTHER_DESK = UUID.fromString("01990000-0000-7000-8000-000000000003");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Override
    protected List<DomainEvent> examples() {
        return List.of(
                new DisputeEvent.Registered(
                        DISPUTE,
                        DESK,
                        DisputeKind.PAY_OR_COMPENSATION,
                        Scale.COLLECTIVE,
                        DisputeState.REGISTERED,
                        DAY,
                        0),
                new DisputeEvent.Accepted(
                        DISPUTE,
                        DESK,
                        DisputeKind.PAY_OR_COMPENSATION,
                        Scale.COLLECTIVE,
                        DisputeState.ACCEPTED,
                        DAY,
                        DAY.plusDays(15),
                        1),
                new DisputeEvent.Refused(
                        DISPUTE,
                        DESK,
                        DisputeKind.OTHER_BY_LAW,
                        Scale.INDIVIDUAL,
                        DisputeState.NOT_ACCEPTED,
                        RefusalReason.OTHER_FORUM,
                        Forum.COURT,
                        DAY,
                        1),
                new DisputeEvent.Transferred(
                        DISPUTE,
                        OTHER_DESK,
                        DESK,
                        DisputeKind.LABOUR_CONTRACT,
                        Scale.INDIVIDUAL,
                        DisputeState.REFERRED,
                        DAY,
                        1));
    }
}
