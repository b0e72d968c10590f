package cn.zhigong.competition.ranking;

import cn.zhigong.competition.contest.ContestClass;
import cn.zhigong.platform.event.DomainEvent;
import cn.zhigong.platform.testing.EventContract;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class ResultEventTest extends EventContract {

    private static final UUID CONTEST = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final UUID EVENT = UUID.fromString("01900000-0000-7000-8000-000000000003");

    private static UUID id(int number) {
        return UUID.fromString("01900000-0000-7000-8000-%012d".formatted(number));
    }

    @Override
    protected List<DomainEvent> examples() {
        var places = IntStream.rangeClosed(1, 3)
                .mapToObj(rank -> new ResultFinal.Place(id(10 * rank), id(10 * rank + 1), id(10 * rank + 2), rank))
                .toList();
        return List.of(new ResultFinal(
                CONTEST,
                EVENT,
                ContestClass.CITY_1,
                "6-18-02-04",
                2026,
                LocalDate.of(2026, 1, 5),
                places.size(),
                places));
    }
}
