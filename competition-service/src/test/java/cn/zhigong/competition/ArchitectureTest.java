package cn.zhigong.competition;

import cn.zhigong.platform.testing.ArchitectureContract;

class ArchitectureTest extends ArchitectureContract {

    ArchitectureTest() {
        super("cn.zhigong.competition");
    }
}
