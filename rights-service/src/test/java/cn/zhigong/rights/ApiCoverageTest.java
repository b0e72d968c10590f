package cn.zhigong.rights;

import cn.zhigong.platform.testing.ApiCoverageContract;

class ApiCoverageTest extends ApiCoverageContract {}
