package cn.zhigong.systemtests.stack;

import java.util.Map;

/** Somebody made up. Nothing of this may ever be found outside the fields that are sealed for it. */
public record Person(String name, String number, String phone) {

    /** As requests carry it. */
    public Map<String, Object> identity() {
        return Map.of("type", "RESIDENT_ID", "number", number, "name", name);
    }

    public Person withNumber(String other) {
        return new Person(name, other, phone);
    }

    public Person withPhone(String other) {
        return new Person(name, number, other);
    }
}
