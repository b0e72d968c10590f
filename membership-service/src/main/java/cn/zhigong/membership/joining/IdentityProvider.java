package cn.zhigong.membership.joining;

import cn.zhigong.membership.member.PersonalData;

/**
 * Whoever can say whether a name and a document belong together: the authority of the real world, behind one method.
 * Called outside any transaction, from many threads, and interrupted when it takes too long.
 */
interface IdentityProvider {

    /** What it says. */
    enum Answer {
        MATCHED,
        NOT_MATCHED
    }

    /** The name it is chosen by in the configuration. */
    String name();

    /**
     * Asks about one person.
     *
     * @throws InterruptedException when the caller no longer waits
     */
    Answer ask(PersonalData person) throws InterruptedException;
}
