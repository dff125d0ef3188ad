package io.renhua.persona;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TakenNamesTest {
    @Test
    void areAllThatAScriptCanAskAboutWithoutAProfile() throws IOException {
        var names = new ArrayList<String>();
        var condition = new ObjectMapper()
                .readTree(Path.of("personas/persona.schema.json").toFile())
                .path("$defs")
                .path("condition")
                .path("properties");
        condition.fieldNames().forEachRemaining(names::add);

        assertThat(names).contains("audience", "channel", "feeling").allMatch(TakenNames::has);
    }

    @Test
    void areNoneThatACompanyMayTell() {
        assertThat(List.of("orders", "repairs", "title", "last_care", "form_of_address"))
                .noneMatch(TakenNames::has);
    }
}
