package cn.zhigong.membership.routing;

import java.util.UUID;

/** Where an applicant goes, and by which rule. */
public record Route(UUID organisationId, RoutingRule rule) {}
