package cn.zhigong.competition;

import static cn.zhigong.competition.City.as;
import static cn.zhigong.competition.City.done;
import static cn.zhigong.competition.City.entry;
import static cn.zhigong.competition.City.rank;

import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.testing.Answers;
import cn.zhigong.platform.testing.Infrastructure;
import cn.zhigong.platform.testing.access.AuthorisationContract;
import cn.zhigong.platform.testing.access.Samples;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class AuthorisationTest extends AuthorisationContract {

    /** A city with a contest that is open, another whose result is shown, and a worker who took part in both. */
    private static final class Scene {

        private final City city;
        private final List<String> workers;
        private final String open;
        private final String openEvent;
        private final String openEntry;
        private final String shown;
        private final String shownEvent;
        private final String ranked;
        private final String objection;

        Scene(Sql sql) {
            city = new City(sql);
            workers = city.members(2, city.firm, "ACTIVE");
            open = city.contestAt("REG_OPEN", 5);
            openEvent = city.event(open, 0);
            openEntry = entry(workers.getFirst(), openEvent);
            shown = city.contestAt("REG_OPEN", 5);
            shownEvent = city.event(shown, 0);
            ranked = entry(workers.getFirst(), shownEvent);
            city.advance(shown, "RUNNING");
            rank(as(city.judge, "judge"), shownEvent, List.of(ranked)).then().statusCode(200);
            done(city.organiser, shown, "publicise");
            objection = as(workers.getFirst(), "member")
                    .body(Map.of("grounds", "The time was taken wrongly"))
                    .post("/v1/contests/" + shown + "/objections")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
        }

        private String plan() {
            try {
                return new ObjectMapper().writeValueAsString(city.plan(5));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }

        private String drafted() {
            return Answers.text(city.draft(5), 201, "id");
        }
    }

    @Inject
    Sql sql;

    @Override
    protected Samples samples() {
        var home = new Scene(sql);
        var foreign = new Scene(sql);
        home.city.grant("viewer-" + home.city.tag, home.city.federation, "VIEWER");
        var samples = new Samples()
                .viewer("viewer-" + home.city.tag)
                .owners(home.workers.getFirst(), foreign.workers.getFirst())
                // Of the federation: what the district organises is theirs too, and they approve it.
                .officers(home.city.above, foreign.city.above)
                // Any member may enter any event, and object to any result that is shown.
                .caller("member", home.workers.getFirst(), foreign.workers.getFirst())
                .caller("member post /v1/contests/{id}/objections", home.workers.getLast(), foreign.workers.getLast())
                .caller("judge", home.city.judge, foreign.city.judge)
                .organisations(home.city.district, foreign.city.district)
                .at("/v1/contests/{id}", home.shown, foreign.shown)
                .at("/v1/events/{event}", home.openEvent, foreign.openEvent)
                .at("/v1/events/{event}/registrations/{id}", home.openEntry, foreign.openEntry)
                .at("/v1/objections/{id}", home.objection, foreign.objection)
                .at("patch /v1/contests/{id}", home::drafted, foreign.open)
                .at("post /v1/contests/{id}/cancel", home::drafted, foreign.open)
                .at("post /v1/contests/{id}/postpone", home::drafted, foreign.open)
                .body("patch /v1/contests/{id}", "{\"title\": \"Welding once more\"}")
                .body("post /v1/contests", home::plan)
                .body(
                        "post /v1/objections/{id}/decide",
                        "{\"decision\": \"REFUSED\", \"reason\": \"As the protocol says\"}")
                .body(
                        "put /v1/events/{event}/ranking",
                        "{\"results\": [{\"entryId\": \"%s\", \"rank\": 1}]}".formatted(home.ranked));
        for (var read : List.of("get", "put")) {
            samples.at(read + " /v1/events/{event}/ranking", home.shownEvent, foreign.shownEvent);
        }
        return samples.at("get /v1/events/{event}/results", home.shownEvent, foreign.shownEvent);
    }
}
