package cn.zhigong.gateway.identity;

/** What kind of caller a quota is for; it decides nothing about rights. */
public enum CallerClass {
    ANONYMOUS,
    MEMBER,
    OFFICER,
    PARTNER
}
