package cn.zhigong.membership.member;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Somebody whom a union's records name as its member.
 *
 * @param personId who they become if nobody has their document; what is sealed is sealed for it
 * @param joinedOn when they joined a union for the first time, which is kept for life
 */
public record NewMember(UUID personId, SealedPerson person, UUID organisationId, LocalDate joinedOn, Roster roster) {}
