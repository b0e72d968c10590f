package cn.zhigong.membership.member;

import cn.zhigong.platform.reference.IdentityDocument;
import cn.zhigong.platform.reference.MobilePhone;
import cn.zhigong.platform.reference.PersonName;

/** Who somebody is. Its text is masked, so it may appear in a log by accident without harm. */
public record PersonalData(IdentityDocument identity, PersonName name, MobilePhone phone) {

    /** Whether both have the same document and the name on it; a phone may change. */
    public boolean isSamePersonAs(PersonalData other) {
        return isOf(other.identity, other.name);
    }

    boolean isOf(IdentityDocument document, PersonName called) {
        return identity.canonical().equals(document.canonical()) && name.equals(called);
    }
}
