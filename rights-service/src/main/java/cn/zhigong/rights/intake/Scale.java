package cn.zhigong.rights.intake;

/** How many workers share a claim: from ten on they choose representatives (劳动争议调解仲裁法 §7). */
enum Scale {
    INDIVIDUAL,
    COLLECTIVE,
    MAJOR;

    private static final int COLLECTIVE_FROM = 10;
    private static final int MAJOR_FROM = 30;

    static Scale of(int workers) {
        if (workers >= MAJOR_FROM) {
            return MAJOR;
        }
        return workers >= COLLECTIVE_FROM ? COLLECTIVE : INDIVIDUAL;
    }
}
