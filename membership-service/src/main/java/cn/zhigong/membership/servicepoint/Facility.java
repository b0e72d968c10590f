package cn.zhigong.membership.servicepoint;

/** What a place offers (服务设施). */
enum Facility {
    /** 饮水. */
    DRINKING_WATER,
    /** 热饭. */
    MEAL_HEATING,
    /** Shelter from heat and cold (避暑取暖). */
    SHELTER,
    /** 休息. */
    REST,
    /** 如厕. */
    TOILET,
    /** 充电. */
    CHARGING,
    /** 应急药箱. */
    FIRST_AID_KIT,
    /** 哺乳. */
    NURSING,
    /** 图书. */
    BOOKS,
    /** 无线网络. */
    WIFI
}
