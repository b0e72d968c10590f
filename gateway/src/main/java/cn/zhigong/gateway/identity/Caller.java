package cn.zhigong.gateway.identity;

/**
 * Who pays for a request.
 *
 * @param key unique over all callers: the account's subject, the partner's client id or the peer's address, each with
 *     its own prefix so that none can pose as another
 */
public record Caller(CallerClass kind, String key) {
    /** A caller without a token, known only by the address it comes from. */
    public static Caller anonymous(String address) {
        return new Caller(CallerClass.ANONYMOUS, "address:" + address);
    }

    static Caller account(String subject, boolean staff) {
        return new Caller(staff ? CallerClass.OFFICER : CallerClass.MEMBER, "account:" + subject);
    }

    static Caller partner(String client) {
        return new Caller(CallerClass.PARTNER, "partner:" + client);
    }
}
