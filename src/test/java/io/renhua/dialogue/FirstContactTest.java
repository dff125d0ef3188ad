package io.renhua.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.message.Content;
import io.renhua.message.Entry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FirstContactTest {

    @Test
    void disclosesItselfOnceBeforeAnyOtherWords() {
        Chat.with(Script.pao())
                .user("這個怎麼泡")
                .from("disclosure.first")
                .from("how_to_brew")
                .nothingMore()
                .user("這個怎麼泡")
                .from("how_to_brew")
                .nothingMore();
    }

    @Test
    void disclosesItselfAgainAfterSoManyTurns() {
        Chat.with(Script.pao().disclosedAgainAfter(2))
                .user("這個怎麼泡")
                .from("disclosure.first")
                .from("how_to_brew")
                .user("這個怎麼泡")
                .from("how_to_brew")
                .user("這個怎麼泡")
                .from("disclosure.first")
                .from("how_to_brew");
    }

    @Test
    void disclosesItselfAgainAfterSoLong() {
        Chat.with(Script.pao())
                .user("這個怎麼泡")
                .from("disclosure.first")
                .from("how_to_brew")
                .later(Duration.ofHours(23))
                .user("這個怎麼泡")
                .from("how_to_brew")
                .later(Duration.ofHours(1))
                .user("這個怎麼泡")
                .from("disclosure.first");
    }

    @Test
    void keepsQuietWhenSomebodyLeaves() {
        Chat.with(Script.pao()).enters(new Entry.Left()).nothingMore();
    }

    @Test
    void keepsTheDisclosureForTheFirstRealWords() {
        Chat.with(Script.pao())
                .hears(new Content.Unsupported("poke"))
                .nothingMore()
                .enters(new Entry.Opened())
                .from("disclosure.first")
                .from("entry.follow");
    }

    @Test
    void remembersTheSceneForLater() {
        var chat = Chat.with(Script.pao()).enters(new Entry.Scanned("store-7"));

        assertThat(chat.state().memory().facts()).containsEntry("scene", "store-7");
    }
}
