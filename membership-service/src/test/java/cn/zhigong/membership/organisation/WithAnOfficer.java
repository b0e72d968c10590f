package cn.zhigong.membership.organisation;

import static cn.zhigong.membership.organisation.OrganisationFixtures.as;
import static cn.zhigong.membership.organisation.OrganisationFixtures.officer;

import cn.zhigong.membership.InADistrict;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** A test of the tree below a district, in which an officer of the district works. */
abstract class WithAnOfficer extends InADistrict {

    String officer;

    @BeforeEach
    void anOfficer() {
        officer = officer(district, "OFFICER");
    }

    /** A street union below the district, unless {@code fields} say otherwise. */
    Response enter(String account, Map<String, ?> fields) {
        Map<String, Object> body =
                new HashMap<>(Map.of("name", "陆家嘴街道总工会", "kind", "SUBDISTRICT", "parentId", district));
        body.putAll(fields);
        return as(account).body(body).post("/v1/organisations");
    }

    String path(UUID id) {
        return sql.first("select path from organisation where id = ?", row -> row.text(1), id)
                .orElseThrow();
    }

    List<String> audited(UUID id) {
        return sql.list(
                "select action from audit_entry where object_id = ? and object_type = 'organisation' and action <> ?"
                        + " order by at",
                row -> row.text(1),
                id.toString(),
                "officer.appoint");
    }
}
