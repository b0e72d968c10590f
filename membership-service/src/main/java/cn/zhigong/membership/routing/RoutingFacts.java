package cn.zhigong.membership.routing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that decides where an applicant goes; a union that does not exist is null.
 *
 * @param ofCode the union whose join code was used
 * @param dispatched whether the employer lends the worker to another unit
 * @param prefersUsingUnit which of the two a dispatched worker chose
 * @param ofEmployer the employer's own basic union; for a dispatched worker the union that covers the dispatch firm
 * @param ofUsingUnit the union that covers the unit a dispatched worker works at
 * @param jointOfEmployer the joint union that covers the employer
 * @param root the city's federation, which always exists
 */
public record RoutingFacts(
        @Nullable UUID ofCode,
        boolean dispatched,
        boolean prefersUsingUnit,
        @Nullable UUID ofEmployer,
        @Nullable UUID ofUsingUnit,
        @Nullable UUID jointOfEmployer,
        @Nullable UUID industryFederation,
        @Nullable UUID zoneFederation,
        @Nullable UUID streetSecondLevel,
        @Nullable UUID streetUnion,
        @Nullable UUID districtFederation,
        UUID root) {}
