package cn.zhigong.membership.joincode;

import jakarta.inject.Singleton;

/** The versions of the charter (工会章程) that applicants agree to. */
@Singleton
public class Charters {

    /** The version that new applicants are shown. */
    public static final String CURRENT = "2023-10";

    /** Whether an application may name this version. */
    public boolean knows(String version) {
        return CURRENT.equals(version);
    }
}
