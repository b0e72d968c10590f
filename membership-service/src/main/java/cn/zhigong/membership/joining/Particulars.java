package cn.zhigong.membership.joining;

import cn.zhigong.membership.member.PersonalData;

/** What an application says, read and found well formed. */
record Particulars(PersonalData person, Workplace workplace) {}
