package cn.zhigong.membership.member;

/** Groups of workers (职工群体) that unions seek out by name, most of them in new forms of employment. */
public enum WorkerGroup {
    /** 货车司机. */
    TRUCK_DRIVER,
    /** 网约车司机. */
    RIDE_HAILING_DRIVER,
    /** 快递员. */
    COURIER,
    /** 外卖配送员, 网约送餐. */
    FOOD_DELIVERY_RIDER,
    /** 互联网营销师. */
    INTERNET_MARKETER,
    /** 家政. */
    DOMESTIC_WORKER,
    /** 医养照护. */
    CARE_WORKER,
    /** 房产中介. */
    HOUSING_AGENT,
    /** 物流货运. */
    LOGISTICS_WORKER,
    /** 商场信息员. */
    SHOP_INFORMATION_WORKER,
    /** 保安员. */
    SECURITY_GUARD
}
