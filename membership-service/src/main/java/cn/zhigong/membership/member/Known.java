package cn.zhigong.membership.member;

import cn.zhigong.platform.reference.PersonName;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the register knows of somebody of whom a document and a phone were given.
 *
 * @param person null for a document that nobody has
 * @param phoneOfAnother whether the phone is the one of another member of the union that was asked for
 */
public record Known(@Nullable KnownPerson person, boolean phoneOfAnother) {

    /**
     * A person and their membership: the one they have, else the newest that has ended.
     *
     * @param samePhone whether the phone given is theirs
     * @param hasLogin whether they look after their own data
     */
    public record KnownPerson(
            UUID personId,
            PersonName name,
            boolean samePhone,
            boolean hasLogin,
            UUID memberId,
            UUID organisationId,
            MemberState state,
            Roster roster,
            long version) {}
}
