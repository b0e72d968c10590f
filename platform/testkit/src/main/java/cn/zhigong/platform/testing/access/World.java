package cn.zhigong.platform.testing.access;

/** Two unions with their workers: {@code HOME} may use what is named home, {@code FOREIGN} may not. */
public enum World {
    HOME,
    FOREIGN
}
