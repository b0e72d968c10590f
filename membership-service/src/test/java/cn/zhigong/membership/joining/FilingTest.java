package cn.zhigong.membership.joining;

import cn.zhigong.membership.MovedClock;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The one statement that files an application. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MovedClock.class)
class FilingTest extends AtAUnion {

    /** An insert that made no row although nothing stands in its way any more, which no test can time. */
    @Test
    void whatStoodInTheWayMayBeClosedBeforeItIsNamed() {
        sql.update("create sequence filing_tried");
        sql.update("""
                create function closed_meanwhile() returns trigger language plpgsql as $$
                begin
                    if nextval('filing_tried') = 1 then
                        return null;
                    end if;
                    return new;
                end
                $$""");
        sql.update(
                "create trigger closed_meanwhile before insert on join_application for each row when (new.account = '"
                        + worker + "') execute function closed_meanwhile()");
        try {
            var _ = apply(Map.of("joinCode", code)).then().statusCode(201);
        } finally {
            sql.update("drop trigger closed_meanwhile on join_application");
            sql.update("drop function closed_meanwhile");
            sql.update("drop sequence filing_tried");
        }
    }
}
