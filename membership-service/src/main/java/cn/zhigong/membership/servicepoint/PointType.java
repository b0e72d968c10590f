package cn.zhigong.membership.servicepoint;

/** What a place is for (阵地类型). */
enum PointType {
    /** Water, warm meals and a seat for who works outdoors (户外职工爱心接力站). */
    CARE_RELAY_STATION,
    /** Check-ups and advice for the workers of the employers around it (职工健康服务点). */
    HEALTH_SERVICE_POINT,
    /** 职工健身驿站. */
    FITNESS_STATION,
    /** Where mothers nurse or rest during work (爱心妈咪小屋); it is rated by stars. */
    MOTHERS_ROOM,
    /** 职工书屋. */
    WORKERS_LIBRARY,
    /** 职工之家. */
    WORKERS_HOME,
    /** Several services under one roof (服务职工综合体). */
    SERVICE_COMPLEX,
    /** 一线职工食堂. */
    FRONTLINE_CANTEEN,
    /** 司机之家. */
    DRIVERS_HOME,
    /** 快递员之家. */
    COURIERS_HOME,
    /** 户外劳动者驿站. */
    OUTDOOR_WORKERS_STATION;

    /** Whether it carries stars and may be shared with other employers. */
    boolean isRated() {
        return this == MOTHERS_ROOM;
    }

    /** Whether it covers employers and reports what it rendered. */
    boolean countsServices() {
        return this == HEALTH_SERVICE_POINT;
    }
}
