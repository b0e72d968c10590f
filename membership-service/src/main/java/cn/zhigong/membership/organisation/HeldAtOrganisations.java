package cn.zhigong.membership.organisation;

import java.util.UUID;

/**
 * What a feature keeps at organisations and must not lose when one ends: its beans are asked and told inside the
 * transaction that dissolves or merges an organisation. Members keep their membership when their union is dissolved
 * (工会法 §13), so an organisation that holds something ends only with a successor.
 */
public interface HeldAtOrganisations {

    /** What it is, in UPPER_SNAKE, as the refusal names it: {@code MEMBERS}. */
    String what();

    /** Whether anything is held at this organisation itself; its subtree does not matter. */
    boolean heldAt(UUID organisation);

    /** Everything held at {@code ended} is the successor's from now on. */
    void passOn(UUID ended, UUID successor);
}
