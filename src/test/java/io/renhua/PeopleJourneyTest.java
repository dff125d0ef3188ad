package io.renhua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renhua.message.ConversationId;
import io.renhua.persona.PersonaFolder;
import io.renhua.server.Programs;
import io.renhua.store.Database;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A company says over the API whom we talk with, and the persona speaks to them as to somebody it knows. */
@ParameterizedClass
@EnumSource(Database.class)
class PeopleJourneyTest {
    private static final ConversationId MEI = new ConversationId("mo-line", "Umei");
    private static final String PERSON = "/api/v1/conversations/mo-line/Umei/person";

    private final Database database;

    @TempDir
    private Path directory;

    PeopleJourneyTest(Database database) {
        this.database = database;
    }

    @Test
    void whoeverIsKnownHearsTheWordsForRegularsWithTheirTitle() {
        PersonaFolder.copiedTo(directory.resolve("personas"))
                .change(
                        "persona.yaml",
                        "    when: {tag: member}\n",
                        "    when: {any: [{orders: \">=3\"}, {tag: member}]}\n")
                .change("lines/shop.yaml", "        channel: [weibo]\n", "")
                .change("lines/shop.yaml", "          上次那本讀完了嗎？\n", "          {title|朋友}，上次那本讀完了嗎？\n");
        try (var house = house()) {
            var crm = Programs.helpdesk(house);
            var facts = Map.of("facts", Map.of("orders", 10, "title", "陳小姐"));
            assertThat(crm.put(PERSON, facts).statusCode()).isEqualTo(404); // nobody wrote there yet
            says(house, "1", "推薦一本書");
            await().untilAsserted(
                            () -> assertThat(house.said(MEI)).last().asString().contains("你喜歡故事還是詩？"));

            assertThat(crm.put(PERSON, facts).statusCode()).isEqualTo(200);
            says(house, "2", "最近讀什麼好");

            await().untilAsserted(() -> assertThat(house.said(MEI)).contains("陳小姐，上次那本讀完了嗎？"));
            await().untilAsserted(() ->
                    assertThat(house.taken("line", "陳小姐，上次那本讀完了嗎？")).hasSize(1));
        }
    }

    private static void says(House house, String id, String words) {
        house.send(Knocks.line(MEI.thread(), "known-" + id, words));
    }

    private House house() {
        var settings = new HashMap<String, String>();
        settings.put("renhua.personas", directory.resolve("personas").toString());
        if (database == Database.POSTGRESQL) {
            var place = database.fresh();
            settings.put("renhua.store.url", place.url());
            settings.put("renhua.store.password", place.password());
        }
        return House.open(directory.resolve("data"), settings);
    }
}
