package cn.zhigong.membership.phone;

/** What a phone is confirmed for. */
public enum Purpose {
    /** To file one application to join and to follow it. */
    JOIN_APPLICATION
}
