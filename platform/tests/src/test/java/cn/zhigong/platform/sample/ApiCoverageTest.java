package cn.zhigong.platform.sample;

import cn.zhigong.platform.testing.ApiCoverageContract;

/** The chassis' operations with each of their answers, for all services. */
class ApiCoverageTest extends ApiCoverageContract {

    @Override
    protected boolean triesTheChassis() {
        return true;
    }
}
