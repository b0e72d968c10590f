package cn.zhigong.membership.transfer;

import cn.zhigong.platform.event.DomainEvent;
import cn.zhigong.platform.testing.EventContract;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class TransferEventTest extends EventContract {

    private static final UUID TRANSFER = UUID.fromString("01900000-0000-7000-8000-000000000021");
    private static final UUID MEMBER = UUID.fromString("01900000-0000-7000-8000-000000000004");
    private static final UUID FROM = UUID.fromString("01900000-0000-7000-8000-000000000003");
    private static final UUID TO = UUID.fromString("01900000-0000-7000-8000-000000000022");

    @Override
    protected List<DomainEvent> examples() {
        return List.of(new TransferEvent.TransferChanged(
                TRANSFER,
                MEMBER,
                FROM,
                TO,
                Transfer.State.TARGET_REJECTED,
                true,
                TransferRefusal.NOT_OF_THIS_UNION,
                3));
    }
}
