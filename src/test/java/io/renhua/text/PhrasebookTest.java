package io.renhua.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever our code says to operators is said in Chinese too: a new sentence without it is told here. */
class PhrasebookTest {
    private static final SpokenSource SOURCE = SpokenSource.of(Stream.of(
                    "Drafts.java",
                    "Greeting.java",
                    "Serving.java",
                    "PersonaFolder.java",
                    "persona",
                    "lint",
                    "dialogue/Coverage.java",
                    "dialogue/Reply.java",
                    "dialogue/Ending.java",
                    "dialogue/Rehearsal.java",
                    "learning/Examination.java",
                    "conversation/Speaking.java",
                    "server/DeskAnswer.java",
                    "server/Enclosures.java",
                    "publishing/Reviews.java",
                    "publishing/StorePublications.java",
                    "cli/BackupCommand.java",
                    "cli/ChatCommand.java",
                    "cli/DeadLettersCommand.java",
                    "cli/DiffCommand.java",
                    "cli/ExportCommand.java",
                    "cli/ForgetCommand.java",
                    "cli/HealthCommand.java",
                    "cli/HistoryCommand.java",
                    "cli/HooksCommand.java",
                    "cli/ImportCommand.java",
                    "cli/InboxCommand.java",
                    "cli/InboxPaper.java",
                    "cli/Judges.java",
                    "cli/KeysCommand.java",
                    "cli/Language.java",
                    "cli/LintPaper.java",
                    "cli/MenuCommand.java",
                    "cli/MigrateStoreCommand.java",
                    "cli/NewCommand.java",
                    "cli/PublishCommand.java",
                    "cli/ReplayCommand.java",
                    "cli/ReviewCommand.java",
                    "cli/ReviewStory.java",
                    "cli/RollbackCommand.java",
                    "cli/Scripts.java",
                    "cli/Span.java",
                    "cli/TestPersonasCommand.java",
                    "cli/TokenCommand.java",
                    "cli/TrialLink.java",
                    "cli/Versions.java",
                    "cli/WhyCommand.java")
            .map(Path.of("src/main/java/io/renhua")::resolve)
            .toList());

    private static final Pattern VALUE = Pattern.compile("%(?:([0-9])\\$)?s");

    @ParameterizedTest
    @ValueSource(strings = {"zh-Hant", "zh-Hans"})
    void hasWordsForWhateverIsSaid(String language) {
        assertThat(Phrasebook.of(language).phrases().keySet()).containsAll(SOURCE.sentences());
    }

    @Test
    void nothingIsGluedOfPiecesThatNoOtherLanguageCouldPutInItsOwnOrder() {
        assertThat(SOURCE.glued()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-Hant", "zh-Hans"})
    void keepsNoSentenceThatIsSaidNoMore(String language) {
        assertThat(SOURCE.literals())
                .containsAll(Phrasebook.of(language).phrases().keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-Hant", "zh-Hans"})
    void hasAPlaceForEachValue(String language) {
        assertThat(Phrasebook.of(language).phrases())
                .allSatisfy((english, told) -> assertThat(values(told)).isEqualTo(values(english)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-Hant", "zh-Hans"})
    void isWrittenInItsOwnCharacters(String language) {
        assertThat(Phrasebook.of(language).phrases().values())
                .allSatisfy(
                        told -> assertThat(Language.of(told).orElse(language)).isIn(language, "en"));
    }

    /** Which values are told, whatever their order. */
    private static List<Integer> values(String format) {
        var found = VALUE.matcher(format.replace("%%", "")).results().toList();
        return IntStream.range(0, found.size())
                .map(i -> place(found, i))
                .distinct()
                .sorted()
                .boxed()
                .toList();
    }

    private static int place(List<MatchResult> found, int at) {
        var named = found.get(at).group(1);
        return named == null
                ? (int) found.subList(0, at).stream()
                                .filter(each -> each.group(1) == null)
                                .count()
                        + 1
                : Integer.parseInt(named);
    }
}
