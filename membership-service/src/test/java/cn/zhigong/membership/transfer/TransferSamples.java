package cn.zhigong.membership.transfer;

import static cn.zhigong.membership.joining.JoiningFixtures.asWorker;
import static cn.zhigong.membership.organisation.OrganisationFixtures.as;
import static cn.zhigong.membership.organisation.OrganisationFixtures.officer;
import static cn.zhigong.membership.organisation.OrganisationFixtures.organisation;

import cn.zhigong.membership.joining.JoiningFixtures;
import cn.zhigong.membership.joining.People;
import cn.zhigong.platform.testing.Answers;
import cn.zhigong.platform.testing.access.Samples;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;

/** Transfers for the tests of authorisation: from a union of a district to another one there. */
public final class TransferSamples {

    private static final String TRANSFERS = "/v1/transfers";
    private static final String TRANSFER = TRANSFERS + "/{id}";

    private final String chair;
    private final String worker;
    private final UUID source;
    private final UUID target;
    private final InstantSource clock;
    private final String transfer;

    /**
     * Lets the worker go, so that the worker and the officer may take it back.
     *
     * @param chair an officer of the whole district
     * @param worker a member of one of its unions
     */
    public TransferSamples(String chair, UUID district, String worker, InstantSource clock) {
        this.chair = chair;
        this.worker = worker;
        this.source = organisation(district, "BASIC");
        this.target = organisation(district, "BASIC");
        this.clock = clock;
        this.transfer = Answers.text(as(chair).body(wanted(worker)).post(TRANSFERS), 201, "id");
    }

    /** What the kit tries on, of two worlds. */
    public static void add(Samples samples, TransferSamples home, TransferSamples foreign) {
        samples.at(TRANSFER, home.transfer, foreign.transfer)
                .body("post " + TRANSFERS, () -> home.wanted(home.member()))
                .body("post " + TRANSFERS, "member", () -> home.wanted(home.worker))
                .at("post " + TRANSFER + "/confirm", home::opened, foreign.transfer)
                .at("post " + TRANSFER + "/consent", home::openedOfAChair, foreign.transfer)
                .body("post " + TRANSFER + "/consent", "{\"committeeDecidedOn\": \"2026-09-01\"}")
                .at("post " + TRANSFER + "/accept", home::confirmed, foreign.transfer)
                .body("post " + TRANSFER + "/accept", "{}")
                .at("post " + TRANSFER + "/reject", home::confirmed, foreign.transfer)
                .body("post " + TRANSFER + "/reject", "{\"reason\": \"OTHER\"}");
    }

    private String wanted(String worker) {
        String member = asWorker(worker).get("/v1/members/me").path("id");
        return "{\"memberId\": \"%s\", \"organisationId\": \"%s\", \"reason\": \"OTHER\"}".formatted(member, target);
    }

    private String member() {
        var worker = JoiningFixtures.worker();
        JoiningFixtures.member(worker, People.believed(), source, clock);
        return worker;
    }

    private String opened() {
        return openedBy(member());
    }

    private String openedOfAChair() {
        var worker = member();
        as(chair)
                .body(Map.of("account", worker, "role", "CHAIR"))
                .post("/v1/organisations/" + source + "/officers")
                .then()
                .statusCode(201);
        return openedBy(worker);
    }

    private String openedBy(String worker) {
        return Answers.text(
                asWorker(worker)
                        .body(Map.of("organisationId", target, "reason", "CHANGE_OF_EMPLOYER"))
                        .post(TRANSFERS),
                201,
                "id");
    }

    private String confirmed() {
        var id = opened();
        Answers.requireStatus(as(officer(source, "REVIEWER")).post(TRANSFERS + "/" + id + "/confirm"), 200);
        return id;
    }
}
