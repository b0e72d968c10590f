package cn.zhigong.systemtests.stack;

import java.util.Map;
import java.util.Objects;

/** The organisations of the demonstration city, deploy/local/demo/city.json. */
public record City(Map<String, String> ids) {

    /** The city's federation, officer-city is its chair. */
    public String federation() {
        return id("city");
    }

    /** A district federation, officer-pudong is its chair, mediator-1 works for it. */
    public String pudong() {
        return id("pudong");
    }

    /** Another district, whose officer-huangpu has nothing to do with Pudong. */
    public String huangpu() {
        return id("huangpu");
    }

    /** A federation of couriers in Pudong, of the small second level. */
    public String couriers() {
        return id("couriers");
    }

    /** The basic union of a factory in Pudong. */
    public String factory() {
        return id("precision");
    }

    private String id(String name) {
        return Objects.requireNonNull(ids.get(name), () -> "The demonstration city has no " + name);
    }
}
