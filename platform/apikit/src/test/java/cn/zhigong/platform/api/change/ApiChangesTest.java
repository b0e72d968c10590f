package cn.zhigong.platform.api.change;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.api.ApiDocument;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ApiChangesTest {

    private static final String NOTE = "/components/schemas/Note";
    private static final String NEW_NOTE = "/components/schemas/NewNote";

    @Test
    void theSameDocumentHasNotChanged() {
        assertThat(changes(_ -> {})).isEmpty();
    }

    @Test
    void anOperationThatIsGoneBreaksClients() {
        assertThat(changes(root -> at(root, "/paths").remove("/v1/notes/{id}/burn")))
                .containsExactly("BREAKS CLIENTS  postNoteBurn: is gone");
    }

    @Test
    void aNewOperationBreaksNobody() {
        assertThat(changes(root -> at(root, "/paths")
                        .putObject("/v1/others")
                        .putObject("get")
                        .put("operationId", "getOthers")))
                .containsExactly("                getOthers: is new");
    }

    @Test
    void whatACallerMustSendNowBreaksIt() {
        assertThat(changes(root -> at(root, NEW_NOTE).withArray("required").add("tags")))
                .containsExactly("BREAKS CLIENTS  postNotes: body requires tags");
        assertThat(changes(
                        root -> at(root, "/paths/~1v1~1notes/get/parameters/2").put("required", true)))
                .containsExactly("BREAKS CLIENTS  getNotes: requires parameter word (query)");
    }

    @Test
    void aFieldThatIsGoneOrOfAnotherKindBreaksItsReaders() {
        assertThat(changes(root -> at(root, NOTE + "/properties").remove("dueOn")))
                .contains("BREAKS CLIENTS  patchNote: 200 has no dueOn any longer");
        assertThat(changes(root -> at(root, NOTE + "/properties/dueOn").put("format", "date-time")))
                .contains("BREAKS CLIENTS  getNotes: 200/items/0/dueOn was string date and is string date-time");
    }

    @Test
    void aNewFieldBreaksNobody() {
        assertThat(changes(root -> at(root, NOTE + "/properties").putObject("mood")))
                .contains("                patchNote: 200 has a new mood")
                .noneMatch(line -> line.startsWith("BREAKS"));
    }

    @Test
    void aStatusThatComesOrGoesIsSaid() {
        assertThat(changes(root -> at(root, "/paths/~1v1~1notes/get/responses").remove("401")))
                .containsExactly("                getNotes: no longer answers 401");
        assertThat(changes(root -> at(root, "/paths/~1v1~1notes/get/responses").remove("200")))
                .containsExactly("BREAKS CLIENTS  getNotes: no longer answers 200");
    }

    @Test
    void aRoleThatMayNoLongerCallIsBroken() {
        assertThat(changes(root -> at(root, "/paths/~1v1~1notes/get/security/0")
                        .putArray("Token")
                        .add("officer")))
                .containsExactly("BREAKS CLIENTS  getNotes: may be called by [officer], was by [member]");
    }

    private static ObjectNode at(ObjectNode root, String pointer) {
        return (ObjectNode) root.at(pointer);
    }

    private static List<String> changes(Consumer<ObjectNode> change) {
        var before = good();
        var after = good();
        change.accept((ObjectNode) after.root());
        return ApiChanges.between(before, after).stream()
                .map(ApiChange::toString)
                .toList();
    }

    private static ApiDocument good() {
        try (var in = ApiChangesTest.class.getResourceAsStream("/good.json")) {
            return new ApiDocument(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
