package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.persona.Persona;
import io.renhua.persona.PersonaReader;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class VoiceCardTest {
    private static final Persona PAO = Objects.requireNonNull(
            new PersonaReader().read(Path.of("personas/pao")).persona());

    @Test
    void saysHowThePersonaSpeaksAndWhichWordsItLeavesOut() {
        var card = VoiceCard.of(PAO, "zh-Hant");

        assertThat(card.nickname()).isEqualTo("泡小拾");
        assertThat(card.distance()).isEqualTo("friend");
        assertThat(card.about().likes()).containsExactly("桂花烏龍", "下雨天");
        assertThat(card.about().weakAt()).contains("早起");
        assertThat(card.about().neverClaims()).contains("to be human");
        assertThat(card.about().purposes()).contains("repurchase");
        assertThat(card.does().address()).isEqualTo("你");
        assertThat(card.does().notAddress()).contains("您");
        assertThat(card.does().bubble()).isEqualTo(60);
        assertThat(card.words().prefer()).containsEntry("顧客", "朋友");
        assertThat(card.words().never()).contains("賦能").noneMatch(word -> word.startsWith("pack:"));
        assertThat(card.words().packs()).contains("zh-absolute");
    }
}
