package cn.zhigong.membership.organisation;

import static cn.zhigong.membership.organisation.OrganisationFixtures.officer;

import cn.zhigong.membership.InADistrict;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** A test of the tree below a district, in which an officer of the district works. */
abstract class WithAnOfficer extends InADistrict {

    String officer;

    @BeforeEach
    void anOfficer() {
        officer = officer(district, "OFFICER");
    }

    String path(UUID id) {
        return sql.first("select path from organisation where id = ?", row -> row.getString(1), id)
                .orElseThrow();
    }

    List<String> audited(UUID id) {
        return sql.list(
                "select action from audit_entry where object_id = ? and object_type = 'organisation' and action <> ?"
                        + " order by at",
                row -> row.getString(1),
                id.toString(),
                "officer.appoint");
    }
}
