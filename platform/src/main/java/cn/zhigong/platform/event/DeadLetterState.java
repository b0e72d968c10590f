package cn.zhigong.platform.event;

/** What became of an event that could not be applied. */
enum DeadLetterState {
    PARKED,
    REPLAYED,
    DISCARDED
}
