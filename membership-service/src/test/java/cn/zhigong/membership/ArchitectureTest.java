package cn.zhigong.membership;

import cn.zhigong.platform.testing.ArchitectureContract;

class ArchitectureTest extends ArchitectureContract {

    ArchitectureTest() {
        super("cn.zhigong.membership");
    }
}
