package io.renhua.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
    private static final Path HOME = Path.of("src/main/java/io/renhua");

    /** Whole packages, so that a new class is heard from its first day; of the others what speaks to operators. */
    private static final SpokenSource SOURCE = SpokenSource.of(Stream.concat(
                    ownFiles(),
                    Stream.of(
                                    "action",
                                    "bundle",
                                    "cli",
                                    "connector/Connector.java",
                                    "connector/Credential.java",
                                    "connector/Settings.java",
                                    "connector/line/LineAccount.java",
                                    "connector/line/LineAnswer.java",
                                    "connector/line/LineConnector.java",
                                    "connector/line/LinePlatform.java",
                                    "connector/slack/SlackAccount.java",
                                    "connector/slack/SlackAnswer.java",
                                    "connector/telegram/TelegramAccount.java",
                                    "connector/telegram/TelegramAnswer.java",
                                    "connector/telegram/TelegramMenu.java",
                                    "connector/wechat/AccessTokens.java",
                                    "connector/wechat/ApiAnswer.java",
                                    "connector/wechat/CustomMenu.java",
                                    "connector/wechat/ErrorCodes.java",
                                    "connector/wechat/WeChatAccount.java",
                                    "conversation/DeadLetters.java",
                                    "conversation/Errands.java",
                                    "conversation/Outbox.java",
                                    "conversation/Outcomes.java",
                                    "conversation/Speaking.java",
                                    "dialogue/Coverage.java",
                                    "dialogue/Ending.java",
                                    "dialogue/Rehearsal.java",
                                    "dialogue/Reply.java",
                                    "door",
                                    "exchange",
                                    "hook",
                                    "learning/Drafts.java",
                                    "learning/Examination.java",
                                    "learning/Replay.java",
                                    "lint",
                                    "nlu/LabelledFile.java",
                                    "persona",
                                    "publishing/Reviews.java",
                                    "publishing/StorePublications.java",
                                    "retention/Told.java",
                                    "server/DeskAnswer.java",
                                    "server/Enclosures.java",
                                    "store",
                                    "stream")
                            .map(HOME::resolve))
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

    /** The classes that put everything together, and no package below them. */
    private static Stream<Path> ownFiles() {
        try (var files = Files.list(HOME)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
