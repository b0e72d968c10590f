# Each target is one line: what happens is in bin/zhigong (deploy/local) or Maven.
zhigong = bin/zhigong $(if $(STATE),--state $(STATE))

# What was said to make itself: variables of these names may stand in anybody's environment.
given = $(if $(filter command,$(firstword $(origin $(1)))),$($(1)))

# Tests of the whole stack want the programs packaged. That comes before any test and not again, so that they run beside the others.
package = bin/mvn -T3 package -DskipTests
module = $(call given,MODULE)
tests = $(call given,TESTS)
whole = $(if $(module),$(findstring system-tests,$(module)),yes)

.PHONY: up down status logs clean token clock inbox test check holes faults bench profile fmt

up:      ; @$(zhigong) up
down:    ; @$(zhigong) down
status:  ; @$(zhigong) status
logs:    ; @$(zhigong) logs $(PART) $(if $(FOLLOW),--follow)
clean:   ; @$(zhigong) clean
token:   ; @$(zhigong) token USER=$(call given,USER) CLIENT=$(CLIENT)
clock:   ; @$(zhigong) clock ADVANCE=$(ADVANCE) RESET=$(RESET)
inbox:   ; @$(zhigong) inbox PHONE='$(PHONE)'
test:    ; @bin/zhigong with-infra $(if $(whole),--keycloak) sh -c "$(if $(whole),$(package) &&) bin/mvn -T3 -fae verify $(if $(whole),-P packaged) $(if $(module),-pl '$(module)' -am) $(if $(tests),-Dtest='$(tests)' -Dsurefire.failIfNoSpecifiedTests=false)"
check:   ; @bin/mvn -T2 test-compile -Dmaven.compiler.useIncrementalCompilation=false $(if $(module),-pl '$(module)' -am)
holes:   ; @bin/holes $(HOLE)
faults:  ; @$(package) && bin/mvn verify -P packaged -pl system-tests -am -Dtest=FaultCampaignTest -Dsurefire.failIfNoSpecifiedTests=false -Dzhigong.faults.minutes=$(or $(MINUTES),30) $(if $(SEED),-Dzhigong.faults.seed=$(SEED)) $(if $(ROWS),-Dzhigong.faults.rows=$(ROWS))
bench:   ; @bench/run $(NAME)
profile: ; @bench/run profile $(NAME)
fmt:     ; @bin/mvn -q spotless:apply
