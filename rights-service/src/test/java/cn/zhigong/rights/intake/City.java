package cn.zhigong.rights.intake;

import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.time.Ids;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A small city of its own for each test: a federation with two districts, and officers with grants. */
final class City {

    private final Sql sql;
    final String mark = UUID.randomUUID().toString().substring(0, 8);
    final UUID pudong;
    final UUID huangpu;
    final UUID city;
    /** Six digits that no other test uses. */
    final String district;

    City(Sql sql) {
        this.sql = sql;
        this.district = "%06d".formatted(Math.floorMod(mark.hashCode(), 1_000_000));
        city = organisation("CITY_FEDERATION", 1, null, null, "/" + mark + "/");
        pudong = organisation("DISTRICT_FEDERATION", 2, district, city, "/" + mark + "/pd/");
        huangpu = organisation("DISTRICT_FEDERATION", 2, "000000", city, "/" + mark + "/hp/");
        grant(officer(), pudong, "REVIEWER");
        grant(viewer(), pudong, "VIEWER");
        grant(stranger(), huangpu, "CHAIR");
        grant(chief(), city, "OFFICER");
    }

    String officer() {
        return "officer-" + mark;
    }

    String viewer() {
        return "viewer-" + mark;
    }

    String stranger() {
        return "stranger-" + mark;
    }

    String chief() {
        return "chief-" + mark;
    }

    String worker() {
        return "worker-" + mark;
    }

    private UUID organisation(String kind, int level, @Nullable String inDistrict, @Nullable UUID parent, String path) {
        var id = Ids.next();
        sql.update("""
                insert into directory_organisation (id, code, name, kind, level, district, parent_id, label, path, active,
                    version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, true, 1)
                """, id, "U-" + id, "总工会", kind, level, inDistrict, parent, id.toString(), path);
        return id;
    }

    private void grant(String account, UUID organisation, String role) {
        sql.update(
                "insert into directory_grant (id, account, organisation_id, role, valid_from, version)"
                        + " values (?, ?, ?, ?, ?, 1)",
                Ids.next(),
                account,
                organisation,
                role,
                Instant.EPOCH);
    }
}
