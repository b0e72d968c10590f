package cn.zhigong.platform.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DivisionsTest {
    private final Divisions divisions = Divisions.shipped();

    @Test
    void shanghaiHasSixteenDistricts() {
        assertThat(divisions.current())
                .hasSize(17)
                .first()
                .extracting(Division::code)
                .isEqualTo("310000");
        assertThat(divisions.abolished()).hasSize(15);
    }

    @Test
    void anAbolishedDivisionLeadsToItsSuccessor() {
        assertThat(divisions.find("310230").orElseThrow().isCurrent()).isFalse();
        assertThat(divisions.today("310230").orElseThrow().name()).isEqualTo("崇明区");
        assertThat(divisions.today("310115").orElseThrow().name()).isEqualTo("浦东新区");
        assertThat(divisions.find("999999")).isEmpty();
    }

    @Test
    void everySuccessorExists() {
        assertThat(divisions.abolished())
                .allSatisfy(old -> assertThat(
                                divisions.today(old.code()).orElseThrow().isCurrent())
                        .isTrue());
    }
}
