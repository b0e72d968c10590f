package cn.zhigong.membership.servicepoint;

import cn.zhigong.membership.servicepoint.OpeningHours.DayException;
import cn.zhigong.platform.event.DomainEvent;
import cn.zhigong.platform.testing.EventContract;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class ServicePointEventTest extends EventContract {

    private static final UUID POINT = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final UUID UNION = UUID.fromString("01900000-0000-7000-8000-000000000003");
    private static final List<OpeningInterval> MORNING = List.of(new OpeningInterval("08:00", "11:30"));

    @Override
    protected List<DomainEvent> examples() {
        return List.of(new ServicePointEvent.ServicePointChanged(
                POINT,
                PointType.MOTHERS_ROOM,
                UNION,
                "爱心妈咪小屋",
                "人民大道 200 号",
                "310101",
                121.4737,
                31.2304,
                List.of(Facility.NURSING),
                new OpeningHours(
                        Map.of(DayOfWeek.MONDAY, MORNING),
                        List.of(new DayException(LocalDate.of(2026, 10, 1), MORNING)),
                        true),
                PointState.OPEN,
                LocalDate.of(2026, 5, 1),
                5,
                true,
                12,
                3400));
    }
}
