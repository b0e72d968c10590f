package cn.zhigong.membership.importing;

import static cn.zhigong.membership.organisation.OrganisationFixtures.officer;

import cn.zhigong.platform.testing.access.Samples;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** What the authorisation kit tries imports with. */
public final class ImportSamples {

    private static final String IMPORT = "/v1/imports/{id}";

    private final String importer;
    private final UUID union;

    /** @param importer an officer of the union */
    public ImportSamples(String importer, UUID union) {
        this.importer = importer;
        this.union = union;
    }

    /** Adds those of home and of the foreign union. */
    public static void add(Samples samples, ImportSamples home, ImportSamples foreign) {
        var newest = new AtomicReference<>(home.judged());
        samples.at(IMPORT, newest.get(), foreign.judged())
                .nothingListed("get " + IMPORT + "/rows", "A row has a line and no id")
                .nothingListed("get " + IMPORT + "/report.csv", "A file with lines and no ids")
                .form(
                        "post /v1/imports",
                        () -> Map.of(
                                "organisationId",
                                home.union.toString(),
                                "file",
                                Rosters.HEADING + Rosters.newcomer("李雷")))
                .at("post " + IMPORT + "/confirm", () -> newest.updateAndGet(_ -> home.judged()), foreign.judged())
                .body("post " + IMPORT + "/confirm", () -> home.signature(newest.get()))
                .at("post " + IMPORT + "/apply", home::confirmed, foreign.confirmed())
                .at("post " + IMPORT + "/rollback", home::applied, foreign.applied())
                .at("post " + IMPORT + "/cancel", home::judged, foreign.judged());
    }

    private String other() {
        return officer(union, "OFFICER");
    }

    private String judged() {
        return Rosters.judged(other(), union, Rosters.newcomer("李雷"));
    }

    private String confirmed() {
        var id = judged();
        Rosters.confirm(importer, id).then().statusCode(200);
        return id;
    }

    private String applied() {
        return Rosters.applied(other(), importer, union, Rosters.newcomer("李雷"));
    }

    private String signature(String id) {
        return "{\"signature\": \"%s\"}".formatted(Rosters.read(importer, id).<String>path("signature"));
    }
}
