package cn.zhigong.platform.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.zhigong.platform.problem.CommonProblem;
import cn.zhigong.platform.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepsTest {

    private enum Door implements Steps<Door> {
        OPEN,
        SHUT {
            @Override
            public String toString() {
                return "a constant with a body is of its enum too";
            }
        },
        WALLED_UP;

        @Override
        public boolean canBecome(Door next) {
            return switch (this) {
                case OPEN -> next == SHUT;
                case SHUT -> next == OPEN || next == WALLED_UP;
                case WALLED_UP -> false;
            };
        }
    }

    @Test
    void aStepLeadsWhereTheTableSays() {
        assertThat(Door.OPEN.become(Door.SHUT)).isSameAs(Door.SHUT);
        assertThat(Door.SHUT.next()).containsExactly(Door.OPEN, Door.WALLED_UP);
        assertThat(Door.WALLED_UP.next()).isEmpty();
    }

    @Test
    void aStepThatTheTableLacksIsRefusedWithWhatIsPossible() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> Door.OPEN.require(Door.WALLED_UP))
                .satisfies(problem -> {
                    assertThat(problem.type()).isEqualTo(CommonProblem.ILLEGAL_TRANSITION);
                    assertThat(problem.members())
                            .containsEntry("state", Door.OPEN)
                            .containsEntry("allowed", List.of(Door.SHUT));
                });
    }

    @Test
    void stayingIsRefusedUnlessTheTableHasIt() {
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> {
            var _ = Door.OPEN.become(Door.OPEN);
        });
    }
}
