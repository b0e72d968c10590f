package cn.zhigong.training;

import cn.zhigong.platform.testing.ArchitectureContract;

class ArchitectureTest extends ArchitectureContract {

    ArchitectureTest() {
        super("cn.zhigong.training");
    }
}
