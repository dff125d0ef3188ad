package io.renhua;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.renhua.hook.EventType;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HookSettingsTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @Test
    void nobodyIsToldUnlessSomebodyIsNamed() {
        assertThat(read(Map.of()).hooks()).isEmpty();
        assertThat(read(Map.of()).untold()).isEmpty();
    }

    @Test
    void everythingIsToldMaskedUnlessItSaysOtherwise() {
        var hook = read(Map.of("url", "https://helpdesk.example.com/in", "secret", SECRET))
                .hooks()
                .getFirst();

        assertThat(hook.name()).isEqualTo("helpdesk");
        assertThat(hook.host()).isEqualTo("helpdesk.example.com");
        assertThat(hook.events()).containsExactlyInAnyOrderElementsOf(EventType.ALL);
        assertThat(hook.whole()).isFalse();
    }

    @Test
    void aKindAndSingleEventsCanBeNamed() {
        var hook = read(Map.of(
                        "url", "https://helpdesk.example.com/in",
                        "secret", SECRET,
                        "personal", "whole",
                        "events[0]", "message.*",
                        "events[1]", "handoff.requested"))
                .hooks()
                .getFirst();

        assertThat(hook.whole()).isTrue();
        assertThat(hook.events())
                .containsExactlyInAnyOrder(
                        EventType.MESSAGE_RECEIVED,
                        EventType.MESSAGE_SENT,
                        EventType.MESSAGE_IN_DOUBT,
                        EventType.MESSAGE_FAILED,
                        EventType.HANDOFF_REQUESTED);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        var settings = read(Map.of("url", "helpdesk", "personal", "some", "events[0]", "handoff.asked"));

        assertThat(settings.hooks()).isEmpty();
        assertThat(settings.untold().getFirst())
                .startsWith("hook helpdesk is told nothing: ")
                .contains("events has handoff.asked, which is none of conversation.started, conversation.left, ")
                .contains("renhua.hooks.helpdesk.personal is masked or whole, not some")
                .contains(
                        "renhua.hooks.helpdesk.url must be an http(s) address such as https://helpdesk.example.com/renhua")
                .contains("renhua.hooks.helpdesk.secret is missing or blank");
    }

    private static HookSettings read(Map<String, Object> own) {
        var properties = new HashMap<String, Object>();
        own.forEach((key, value) -> properties.put("renhua.hooks.helpdesk." + key, value));
        try (var context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .overrideConfigLocations("file:nowhere/")
                .properties(properties)
                .build()) {
            return HookSettings.readOnly(context.getEnvironment().start());
        }
    }
}
