package org.concordat.query.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.concordat.api.Hash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class ImportControllerTest {

    private final FakeHub hub = new FakeHub();
    private final MockMvc mvc =
        MockMvcBuilders.standaloneSetup(new ImportController(new Imports(hub, hub), hub)).build();

    @ParameterizedTest
    @ValueSource(strings = {"application/yaml", "application/x-yaml", "text/yaml", "application/json",
        "application/yaml;charset=ISO-8859-1"})
    void a_plan_is_taken_and_its_standing_shown(String type) throws Exception {
        send(type, Files.SMALL.getBytes(UTF_8)).andExpect(status().isCreated())
            .andExpect(jsonPath("partnership").value("partnership-mash"))
            .andExpect(jsonPath("fileHash").value(Hash.of(Files.SMALL.getBytes(UTF_8)).value()))
            .andExpect(jsonPath("commands").value(8)).andExpect(jsonPath("receipt.id").exists());
        mvc.perform(get("/imports/partnership-mash")).andExpect(status().isOk())
            .andExpect(jsonPath("done").value(8)).andExpect(jsonPath("total").value(8))
            .andExpect(jsonPath("finished").value(true));
        send(type, Files.SMALL.getBytes(UTF_8)).andExpect(status().isOk())
            .andExpect(jsonPath("message").value("already imported"));
    }

    @Test void every_error_is_in_the_answer() throws Exception {
        send("text/yaml", Files.SMALL.replace("STYLE", "STIL").replace("PEOPLE", "ALL").getBytes(UTF_8))
            .andExpect(status().is(422)).andExpect(jsonPath("code").value("INVALID_PLAN"))
            .andExpect(jsonPath("errors", hasSize(2))).andExpect(jsonPath("errors[0].line").value(11))
            .andExpect(jsonPath("errors[0].path").value("findings[0].lens"))
            .andExpect(jsonPath("errors[0].code").value("UNKNOWN_VALUE"));
    }

    @Test void a_file_of_50_mb_is_refused() throws Exception {
        send("application/yaml", new byte[50 * 1024 * 1024]).andExpect(status().is(422))
            .andExpect(jsonPath("errors[0].code").value("TOO_LARGE"));
    }

    @Test void another_file_is_answered_with_commands() throws Exception {
        send("text/yaml", Files.SMALL.getBytes(UTF_8));
        send("text/yaml", Files.SMALL.replace("2013-03", "2013-04").getBytes(UTF_8)).andExpect(status().isConflict())
            .andExpect(jsonPath("code").value("PLAN_DIFFERS"))
            .andExpect(jsonPath("differences[0].what").value("TIMESCALE"))
            .andExpect(jsonPath("differences[0].commands[0].mutation").value("deferAction"))
            .andExpect(jsonPath("differences[0].commands[0].input.to.inMonth.month").value("2013-04"));
    }

    @Test void a_failure_half_way_says_how_to_go_on() throws Exception {
        hub.failAfter(4);
        send("text/yaml", Files.SMALL.getBytes(UTF_8)).andExpect(status().is(503))
            .andExpect(jsonPath("code").value("STORE_UNAVAILABLE")).andExpect(jsonPath("done").value(2))
            .andExpect(jsonPath("total").value(8));
        mvc.perform(get("/imports/partnership-mash")).andExpect(jsonPath("finished").value(false))
            .andExpect(jsonPath("done").value(2));
    }

    @Test void what_is_not_there_is_not_found() throws Exception {
        mvc.perform(get("/imports/partnership-other")).andExpect(status().isNotFound());
        mvc.perform(get("/imports/nonsense")).andExpect(status().isNotFound()).andExpect(jsonPath("code")
            .value("NOT_FOUND"));
        hub.establish(Files.plan(Files.SMALL));
        mvc.perform(get("/imports/partnership-mash")).andExpect(status().isOk()).andExpect(jsonPath("fileHash",
            nullValue()));
    }

    private ResultActions send(String type, byte[] body) throws Exception {
        return mvc.perform(post("/imports").header("Content-Type", type).content(body).principal(() -> "programme"));
    }
}
