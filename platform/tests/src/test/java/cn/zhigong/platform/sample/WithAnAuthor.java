package cn.zhigong.platform.sample;

import static io.restassured.RestAssured.given;

import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A test in which an author of its own writes notes. */
abstract class WithAnAuthor {

    final String author = "author-" + UUID.randomUUID();

    @Inject
    Sql sql;

    RequestSpecification asAuthor() {
        return given().auth().oauth2(Tokens.of(author, "member")).contentType(ContentType.JSON);
    }

    Response write(String text) {
        return asAuthor().body("{\"text\": \"" + text + "\"}").post("/v1/notes");
    }

    Response patch(String location, @Nullable String tag, String body) {
        var request = given().auth()
                .oauth2(Tokens.of(author, "member"))
                .contentType("application/merge-patch+json")
                .body(body);
        return (tag == null ? request : request.header("If-Match", tag)).patch(location);
    }

    int notesOfAuthor() {
        return sql.first("select count(*) from note where author = ?", row -> row.integer(1), author)
                .orElseThrow();
    }
}
