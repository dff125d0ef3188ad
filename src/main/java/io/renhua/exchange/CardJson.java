package io.renhua.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import io.renhua.bundle.CannotTravel;
import io.renhua.text.Wording;
import java.util.Set;

/** The JSON of a character card, of the second form or the third. */
final class CardJson {
    private static final Set<String> FORMS = Set.of("chara_card_v2", "chara_card_v3");

    private CardJson() {}

    /** What the card says of its character. */
    static JsonNode data(byte[] json) {
        var card = ForeignJson.read(ForeignFile.text(json, Wording.of("the card")));
        var form = card.path("spec").asText();
        var data = card.path("data");
        if (!FORMS.contains(form) || !data.isObject()) {
            throw new CannotTravel(Wording.of(
                    "It is refused: this is no character card that we know. Write instead: one with \"spec\":"
                            + " \"chara_card_v3\", or chara_card_v2, and \"data\""));
        }
        return data;
    }
}
