package cn.zhigong.platform.sample;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Reads that nothing changed and changes of what somebody else changed, tried on notes. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class NoteVersionTest extends WithAnAuthor {

    @Test
    void aReadCanBeSkippedWhenNothingChanged() {
        var location = write("tagged").header("Location");
        var tag = asAuthor().get(location).header("ETag");
        asAuthor().header("If-None-Match", tag).get(location).then().statusCode(304);
    }

    /** What an answer shows may change while the version of the thing stays: here, how many notes its author has. */
    @Test
    void aReadIsNotSkippedWhenAnythingItShowsChanged() {
        var location = write("tagged").header("Location");
        var tag = asAuthor().get(location).header("ETag");
        write("one more");
        asAuthor()
                .header("If-None-Match", tag)
                .get(location)
                .then()
                .statusCode(200)
                .body("version", nullValue())
                .body("ofAuthor", equalTo(2));
        patch(location, tag, "{\"text\": \"still the same version\"}").then().statusCode(200);
    }

    @Test
    void whoeverWantsToChangeItWhateverItIsSaysSo() {
        var location = write("first").header("Location");
        patch(location, "*", "{\"text\": \"second\"}").then().statusCode(200);
        patch(location, "\"0\"", "{\"text\": \"third\"}").then().statusCode(412);
        patch(location, "\"1\"", "{\"text\": \"third\"}").then().statusCode(200);
        patch(location, "\"20\", \"2-whatever\"", "{\"text\": \"fourth\"}")
                .then()
                .statusCode(200);
    }

    @Test
    void aChangeNeedsTheCurrentVersion() {
        var location = write("first").header("Location");
        var tag = asAuthor().get(location).header("ETag");
        patch(location, null, "{\"text\": \"second\"}").then().statusCode(428);
        patch(location, tag, "{\"text\": \"second\", \"author\": \"mallory\"}")
                .then()
                .statusCode(200)
                .body("text", equalTo("second"))
                .body("author", equalTo(author));
        patch(location, tag, "{\"text\": \"third\"}").then().statusCode(412);
        patch(location, "\"1\"", "{\"text\": null}").then().statusCode(422);
        patch(location, "\"1-\"", "{\"text\": null}").then().statusCode(422);
    }
}
