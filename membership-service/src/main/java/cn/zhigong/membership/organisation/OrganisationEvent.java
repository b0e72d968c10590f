package cn.zhigong.membership.organisation;

import cn.zhigong.platform.directory.GrantRole;
import cn.zhigong.platform.event.DomainEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What other services hear of organisations and officers: the whole state each time, on compacted topics. */
public sealed interface OrganisationEvent extends DomainEvent {

    /**
     * An organisation is new, or something about it changed. A move tells of the moved one only: copies work out the
     * paths below it from the parents. 工会组织新建或变更。
     *
     * @param label its part of the path
     * @param active false once it was dissolved or merged
     */
    record OrganisationChanged(
            UUID id,
            String code,
            String name,
            OrganisationKind kind,
            int level,
            @Nullable String district,
            @Nullable UUID parentId,
            String label,
            boolean active,
            long version)
            implements OrganisationEvent {

        public static final String TOPIC = "zhigong.membership.organisation.v1";

        @Override
        public String topic() {
            return TOPIC;
        }

        @Override
        public String type() {
            return "cn.zhigong.membership.organisation-changed.v1";
        }

        @Override
        public UUID aggregateId() {
            return id;
        }
    }

    /**
     * An officer was given a role at an organisation, or it was taken back. 工会干部的授权被授予或收回。
     *
     * @param until when the grant ends or ended; absent while it is open
     */
    record OfficerGrantChanged(
            UUID id,
            String account,
            UUID organisationId,
            GrantRole role,
            Instant from,
            @Nullable Instant until,
            long version)
            implements OrganisationEvent {

        public static final String TOPIC = "zhigong.membership.officer-grant.v1";

        @Override
        public String topic() {
            return TOPIC;
        }

        @Override
        public String type() {
            return "cn.zhigong.membership.officer-grant-changed.v1";
        }

        @Override
        public UUID aggregateId() {
            return id;
        }
    }
}
