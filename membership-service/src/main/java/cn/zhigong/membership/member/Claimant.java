package cn.zhigong.membership.member;

import java.util.UUID;

/**
 * Somebody the register is asked about.
 *
 * @param key by which the answer is found again
 */
public record Claimant(UUID key, SealedPerson person, String account) {}
