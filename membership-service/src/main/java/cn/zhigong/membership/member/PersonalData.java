package cn.zhigong.membership.member;

import cn.zhigong.platform.reference.IdentityDocument;
import cn.zhigong.platform.reference.MobilePhone;
import cn.zhigong.platform.reference.PersonName;

/** Who somebody is. Its text is masked, so it may appear in a log by accident without harm. */
public record PersonalData(IdentityDocument identity, PersonName name, MobilePhone phone) {}
