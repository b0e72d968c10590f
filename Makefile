# Each target is one line: what happens is in bin/zhigong (deploy/local) or Maven.
zhigong = bin/zhigong $(if $(STATE),--state $(STATE))

# The programs are packaged before any test and not again, so that the tests of the whole stack can run beside those of the modules.
all-tests = bin/mvn -T3 package -DskipTests && bin/mvn -T3 verify -P '!package-first' -Dquarkus.build.skip
some-tests = bin/mvn -T3 verify $(if $(MODULE),-pl $(MODULE) -am) $(if $(TESTS),-Dtest='$(TESTS)' -Dsurefire.failIfNoSpecifiedTests=false)

.PHONY: up down status logs clean token clock inbox test check holes faults bench profile fmt

up:      ; @$(zhigong) up
down:    ; @$(zhigong) down
status:  ; @$(zhigong) status
logs:    ; @$(zhigong) logs $(PART) $(if $(FOLLOW),--follow)
clean:   ; @$(zhigong) clean
token:   ; @$(zhigong) token USER=$(if $(filter command,$(firstword $(origin USER))),$(USER)) CLIENT=$(CLIENT)
clock:   ; @$(zhigong) clock ADVANCE=$(ADVANCE) RESET=$(RESET)
inbox:   ; @$(zhigong) inbox PHONE='$(PHONE)'
test:    ; @bin/zhigong with-infra $(if $(MODULE)$(TESTS),$(some-tests),sh -c "$(all-tests)")
check:   ; @bin/mvn -T2 test-compile -Dmaven.compiler.useIncrementalCompilation=false $(if $(MODULE),-pl $(MODULE) -am)
holes:   ; @bin/holes $(HOLE)
faults:  ; @bin/mvn verify -pl system-tests -am -Dtest=FaultCampaignTest -Dsurefire.failIfNoSpecifiedTests=false -Dzhigong.faults.minutes=$(or $(MINUTES),30) $(if $(SEED),-Dzhigong.faults.seed=$(SEED)) $(if $(ROWS),-Dzhigong.faults.rows=$(ROWS))
bench:   ; @bench/run $(NAME)
profile: ; @bench/run profile $(NAME)
fmt:     ; @bin/mvn -q spotless:apply
