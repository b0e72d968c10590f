package cn.zhigong.membership.joining;

/** What the reviewing officer should look into. */
enum Warning {
    /** The account that applied is known as somebody else's; it will not become this member's login. */
    ACCOUNT_OF_ANOTHER_PERSON,
    /** Nobody vouches that the account which applied is this person's; it will not become this member's login. */
    ACCOUNT_NOT_CONFIRMED,
    /** The phone is known as another person's: a shared or a recycled number. */
    PHONE_OF_ANOTHER_PERSON,
    /** The person belongs to this union; whoever applied with another login is not told. */
    ALREADY_MEMBER_HERE
}
