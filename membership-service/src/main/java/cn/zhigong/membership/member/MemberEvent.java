package cn.zhigong.membership.member;

import cn.zhigong.platform.event.DomainEvent;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What other services hear of members; each event tells the full state, so that the newest alone is enough. */
sealed interface MemberEvent extends DomainEvent {

    String TOPIC = "zhigong.membership.member.v1";

    UUID memberId();

    @Override
    default String topic() {
        return TOPIC;
    }

    @Override
    default UUID aggregateId() {
        return memberId();
    }

    /** A new membership. 新会员入会。 */
    record MemberJoined(
            UUID memberId,
            UUID personId,
            @Nullable String account,
            UUID organisationId,
            MemberState state,
            LocalDate joinedOn,
            @Nullable WorkerGroup workerGroup,
            EmploymentForm employmentForm,
            long version)
            implements MemberEvent {

        static final String TYPE = "cn.zhigong.membership.member-joined.v1";

        @Override
        public String type() {
            return TYPE;
        }
    }

    /** Another state, place or login of a membership. 会员的状态、所在组织或登录账号变更。 */
    record MemberChanged(
            UUID memberId,
            UUID personId,
            @Nullable String account,
            UUID organisationId,
            MemberState state,
            LocalDate joinedOn,
            @Nullable WorkerGroup workerGroup,
            EmploymentForm employmentForm,
            long version)
            implements MemberEvent {

        static final String TYPE = "cn.zhigong.membership.member-changed.v1";

        @Override
        public String type() {
            return TYPE;
        }
    }

    /** A membership that an import began by mistake and nothing came of; it never was one. 导入撤销，会籍自始无效。 */
    record MemberAnnulled(UUID memberId, UUID personId, UUID organisationId, long version) implements MemberEvent {

        static final String TYPE = "cn.zhigong.membership.member-annulled.v1";

        @Override
        public String type() {
            return TYPE;
        }
    }
}
