package cn.zhigong.rights.intake;

/** How a dispute came in. */
enum Channel {
    /** The worker filed it. */
    ONLINE,
    /** Told to an officer, who wrote it down on the spot (劳动争议调解仲裁法 §12). */
    ORAL,
    /** Told to the workers' hotline 12351. */
    HOTLINE
}
