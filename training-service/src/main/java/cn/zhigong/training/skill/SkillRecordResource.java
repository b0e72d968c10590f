package cn.zhigong.training.skill;

import static cn.zhigong.platform.problem.CommonProblem.NOT_FOUND;

import cn.zhigong.platform.reach.Reach;
import cn.zhigong.platform.reach.Within;
import cn.zhigong.platform.security.CurrentCaller;
import cn.zhigong.training.member.MemberReferences;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/skill-records/me")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("member")
@Reach(Within.OWN)
@Tag(name = "Skills")
class SkillRecordResource {

    private final SkillRecords records;
    private final MemberReferences members;
    private final CurrentCaller caller;

    SkillRecordResource(SkillRecords records, MemberReferences members, CurrentCaller caller) {
        this.records = records;
        this.members = members;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "See one's own skill levels and how they came. 查看本人技能等级档案。")
    public SkillRecordView mine() {
        return members.personsOf(caller.get().account()).stream()
                .filter(records::isOpen)
                .findFirst()
                .map(person -> SkillRecordView.of(person, records.attainments(person)))
                .orElseThrow(NOT_FOUND::problem);
    }
}
