package cn.zhigong.membership.organisation;

import cn.zhigong.platform.http.Versioned;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A union group as officers see it. */
record GroupView(
        UUID id,
        UUID organisationId,
        String name,
        @Nullable String leader,
        @Nullable String station,
        boolean active,
        long version)
        implements Versioned {

    static GroupView of(UnionGroup group) {
        var facts = group.facts();
        return new GroupView(
                group.id(),
                group.organisationId(),
                facts.name(),
                facts.leader(),
                facts.station(),
                group.active(),
                group.version());
    }
}
