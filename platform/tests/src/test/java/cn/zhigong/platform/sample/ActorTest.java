package cn.zhigong.platform.sample;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whose doing the audit log says it was. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class ActorTest {

    @Inject
    Audit audit;

    @Inject
    Sql sql;

    @Test
    void aRequestWithoutATokenIsSomebodys() {
        var trace = given().contentType(ContentType.JSON)
                .body("\"text\"")
                .post("/v1/notes/anonymous")
                .header("Trace-Id");
        assertThat(actors("trace_id", trace)).containsExactly("anonymous");
    }

    /** A test has the scope of a request, as the scheduler's work has, and no request. */
    @Test
    void whatNobodyAskedForIsTheSystems() {
        var swept = UUID.randomUUID().toString();
        QuarkusTransaction.requiringNew().run(() -> audit.record("note.sweep", "note", swept, Map.of()));
        assertThat(actors("object_id", swept)).containsExactly("system");
    }

    private List<String> actors(String column, String value) {
        return sql.list("select actor from audit_entry where " + column + " = ?", row -> row.text(1), value);
    }
}
