package cn.zhigong.membership;

import static cn.zhigong.membership.organisation.OrganisationFixtures.district;

import cn.zhigong.platform.sql.Sql;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** A test that has a district of its own, as all tests share one city. */
public abstract class InADistrict {

    @Inject
    protected InstantSource clock;

    @Inject
    protected Sql sql;

    protected UUID district;

    @BeforeEach
    protected void aDistrict() {
        district = district();
    }
}
