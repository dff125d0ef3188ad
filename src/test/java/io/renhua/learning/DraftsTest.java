package io.renhua.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.tuple;

import io.renhua.persona.PersonaReader;
import io.renhua.text.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a proposal says before, and writes after, a yes: on the tea shop's own script. */
class DraftsTest {
    private static final Cluster.Sentence ICELAND = sentence("可以寄到冰島嗎", "zh-Hant");

    @TempDir
    private Path directory;

    private Path pao = Path.of("");

    @BeforeEach
    void copy() {
        pao = Pao.copiedTo(directory);
    }

    @Test
    void writesNothingBeforeItIsApplied() throws IOException {
        var before = contents();

        add("shipping", ICELAND);

        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void putsEachSentenceIntoItsLocalesFileAndTouchesNoOther() throws IOException {
        var before = contents();

        assertThat(add("shipping", ICELAND, sentence("do you post to iceland", "zh-Hant"))
                        .apply())
                .isTrue();

        var after = contents();
        var changed = after.keySet().stream()
                .filter(file -> !Objects.equals(after.get(file), before.get(file)))
                .toList();
        assertThat(changed).containsExactly("lines/orders.yaml", "locales/en/lines/orders.yaml");
        assertThat(after.get("lines/orders.yaml"))
                .isEqualTo(before.getOrDefault("lines/orders.yaml", "")
                        .replace("      - 宅配可以指定哪天到嗎\n", "      - 宅配可以指定哪天到嗎\n      - 可以寄到冰島嗎\n"));
        var live = Objects.requireNonNull(new PersonaReader().read(pao).persona());
        assertThat(Objects.requireNonNull(live.lines().get("shipping")).asks().get("en"))
                .endsWith("do you post to iceland");
    }

    @Test
    void refusesOnceAFileWasChanged() throws IOException {
        var draft = add("shipping", ICELAND);
        Pao.change(pao.resolve("lines/orders.yaml"), "# Parcels", "# Our parcels");
        var before = contents();

        assertThat(draft.apply()).isFalse();
        assertThat(contents()).isEqualTo(before);
        assertThat(add("shipping", ICELAND).fingerprint()).isNotEqualTo(draft.fingerprint());
    }

    @Test
    void saysWhatCannotBeAdded() {
        var draft = add(
                "shipping",
                ICELAND,
                sentence("運費多少？", "zh-Hant"),
                sentence("我要退货", "zh-Hans"),
                sentence("寄到{address}多少", "zh-Hant"),
                sentence("寄".repeat(121), "zh-Hant"),
                sentence("{order_no}寄到冰島要多少", "zh-Hant"));

        assertThat(draft.added()).extracting(Cluster.Sentence::words).containsExactly("可以寄到冰島嗎", "{order_no}寄到冰島要多少");
        assertThat(draft.left())
                .extracting(Wording::toString)
                .satisfiesExactly(
                        left -> assertThat(left).isEqualTo("運費多少？: it is an example of shipping already"),
                        left -> assertThat(left).isEqualTo("我要退货: it is an example of return_refund already"),
                        left -> assertThat(left).contains("no entity called address"),
                        left -> assertThat(left).contains("longer than 120"));
    }

    @Test
    void refusesWhatNobodyCouldAdd() {
        assertThatThrownBy(() -> add("parking", ICELAND))
                .isInstanceOf(CannotAdd.class)
                .hasMessageContaining("no line parking");

        Pao.change(pao.resolve("persona.yaml"), "spec: renhua/1", "spec: renhua/1\nspce: 1");
        assertThatThrownBy(() -> add("shipping", ICELAND)).isInstanceOf(CannotAdd.class);
    }

    @Test
    void tellsWhatWouldChange() {
        var others = List.of(new Cluster(
                "可以寄到挪威嗎",
                1,
                1,
                Life.NOON,
                Life.NOON,
                List.of(sentence("冰島寄得到嗎", "zh-Hant"), sentence("明天會下雪嗎", "zh-Hant")),
                List.of(),
                List.of(),
                List.of()));

        var draft = add("shipping", ICELAND, sentence("寄冰島要多久", "zh-Hant"), sentence("能不能送到冰島", "zh-Hant"));
        var proposal = new Consequences(Pao.TRAINER).of(draft, others);

        assertThat(proposal.fingerprint()).isEqualTo(draft.fingerprint());
        assertThat(proposal.stolen()).isEmpty();
        assertThat(proposal.tests()).isEmpty();
        assertThat(proposal.testsInAll()).isEqualTo(Pao.PERSONA.tests().size());
        assertThat(proposal.examples()).isGreaterThan(1000);
        assertThat(proposal.before()).isBetween(0.5, 1.0);
        assertThat(proposal.after()).isCloseTo(proposal.before(), offset(0.03));
        assertThat(proposal.alsoUnderstood()).contains("冰島寄得到嗎").doesNotContain("明天會下雪嗎");
    }

    @Test
    void namesTheSentencesItWouldStealAndTheChatsThatWouldGoAnotherWay() throws IOException {
        Files.writeString(pao.resolve("tests/iceland.yaml"), """
                tests:
                  - name: nobody knows yet
                    given: {channel: web, locale: zh-Hant}
                    chat:
                      - they: 冰島
                      - we: {say: unknown}
                  - name: it is about delivery
                    given: {channel: web, locale: zh-Hant}
                    chat:
                      - they: 冰島
                      - we: {line: shipping}
                """);
        var words = List.of("冰島", "退貨運費", "退貨要多久", "退貨要幾天", "要退貨", "我要退", "可以退貨嗎", "查一下包裹", "我想查包裹");

        var proposal = new Consequences(Pao.TRAINER)
                .of(
                        add(
                                "shipping",
                                words.stream()
                                        .map(each -> sentence(each, "zh-Hant"))
                                        .toArray(Cluster.Sentence[]::new)),
                        List.of());

        assertThat(proposal.stolen())
                .allMatch(stolen -> stolen.by().equals("shipping"))
                .extracting(Proposal.Stolen::line)
                .contains("return_refund");
        assertThat(proposal.tests())
                .extracting(Proposal.TestChange::name, Proposal.TestChange::passes)
                .containsExactlyInAnyOrder(tuple("nobody knows yet", false), tuple("it is about delivery", true));
    }

    private Draft add(String line, Cluster.Sentence... sentences) {
        return new Drafts().add(pao, line, List.of(sentences));
    }

    private static Cluster.Sentence sentence(String words, String locale) {
        return new Cluster.Sentence(words, locale, 1, 1);
    }

    private Map<String, String> contents() throws IOException {
        var contents = new TreeMap<String, String>();
        try (var files = Files.walk(pao)) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".yaml")).toList()) {
                contents.put(pao.relativize(file).toString(), Files.readString(file));
            }
        }
        return contents;
    }
}
