package cn.zhigong.rights;

import cn.zhigong.platform.testing.ArchitectureContract;

class ArchitectureTest extends ArchitectureContract {

    ArchitectureTest() {
        super("cn.zhigong.rights");
    }
}
