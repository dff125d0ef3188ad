package io.renhua.persona;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.persona.Problem.Severity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reasons for a person: what hands over by itself, who takes it, and how soon. */
class ReasonReaderTest {
    @TempDir
    private Path directory;

    private int copies;

    @Test
    void readsWhatHandsOverByItself() {
        var handoff = handoff(because("""
                    negative: {when: {feeling: angry, times: 2}}
                    lost: {when: {unknown: 4, within: 9}}
                """));

        assertThat(reason(handoff, "negative").occasion()).isEqualTo(new Occasion.Felt("angry", 2));
        assertThat(reason(handoff, "lost").occasion()).isEqualTo(new Occasion.Missed(4, 9));
        assertThat(reason(handoff, "explicit").occasion()).isEqualTo(new Occasion.None());
    }

    @Test
    void readsWhoOfTheDeskTakesItAndHowSoon() {
        var vip = reason(handoff(because("""
                    vip:
                      when: {tag: client_book}
                      to: personal_advisor
                      jump_queue: true
                      prefer: last_agent_if_online
                      wait_max: 60s
                      else: team.lead
                """)), "vip");

        assertThat(vip.occasion()).isEqualTo(new Occasion.Tagged("client_book"));
        assertThat(vip.queue()).isEqualTo("personal_advisor");
        assertThat(vip.routing())
                .isEqualTo(new Routing(true, "last_agent_if_online", Duration.ofMinutes(1), "team.lead"));
    }

    @Test
    void takesTheTriesOfTheReasonWhereAQuestionSaysNone() {
        var persona = Objects.requireNonNull(
                because("    lost: {when: {form_tries: 4}}\n").read().persona());

        var slot = Objects.requireNonNull(persona.forms().get("order_lookup"))
                .slots()
                .getFirst();
        assertThat(slot.tries()).isEqualTo(4);
        assertThat(slot.stuck()).isEqualTo("lost");
    }

    @Test
    void readsWhatAgentsAreTold() {
        assertThat(handoff(with("  tells_agent: [reason, order_no, last_3]\n")).tellsAgent())
                .containsExactly("reason", "order_no", "last_3");
        assertThat(with("  tells_agent: [reson]\n").read().problems())
                .filteredOn(problem -> problem.severity() == Severity.WARNING)
                .extracting(Problem::why)
                .contains("nobody knows reson, so agents are not told: did you mean reason?");
    }

    @Test
    void takesForKnownWhatOnlyACompanyCanTell() {
        assertThat(with("  tells_agent: [form_of_address]\n").read().problems())
                .extracting(Problem::why)
                .noneMatch(why -> why.contains("form_of_address"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{when: {unknown: 2, tag: vip}} | one thing hands over by itself: unknown and tag are two",
                "{when: {times: 2}} | times counts feeling, which is missing",
                "{when: {within: 2}} | within counts unknown, which is missing",
                "{queue: care, to: lead} | queue and to both say who takes it",
                "{wait_max: 60s} | who waits too long goes somewhere else",
                "{prefer: anybody} | anybody cannot stand here",
                "{when: {feeling: angre}} | angre cannot stand here: did you mean angry?",
            })
    void refusesWhatContradictsItself(String reason, String why) {
        assertThat(because("    odd: " + reason + "\n").read().problems())
                .filteredOn(problem -> problem.severity() == Severity.ERROR)
                .extracting(Problem::why)
                .containsExactly(why);
    }

    @Test
    void asksNobodyAnythingWhoWantsAPerson() {
        assertThat(stepsToAPerson(0).read().persona()).isNotNull();
        assertThat(stepsToAPerson(2).read().problems())
                .anySatisfy(problem -> assertThat(problem)
                        .asString()
                        .endsWith("whoever wants a person is asked nothing first. Write instead: steps: 0"));
    }

    private static Handoff handoff(PersonaFolder folder) {
        return Objects.requireNonNull(folder.read().persona()).handoff();
    }

    private static Handoff.Reason reason(Handoff handoff, String id) {
        return Objects.requireNonNull(handoff.reasons().get(id));
    }

    private PersonaFolder because(String reasons) {
        return mo().change("persona.yaml", "  reasons:\n", "  reasons:\n" + reasons);
    }

    private PersonaFolder with(String key) {
        return mo().change("persona.yaml", "  reasons:\n", key + "  reasons:\n");
    }

    private PersonaFolder stepsToAPerson(int steps) {
        return mo().change("persona.yaml", "  explicit:\n", "  explicit:\n    steps: " + steps + "\n");
    }

    private PersonaFolder mo() {
        copies++;
        return PersonaFolder.copiedTo(directory.resolve(String.valueOf(copies)));
    }
}
