package io.renhua.nlu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.renhua.nlu.EntityDefinition.BuiltIn.Kind;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityFindersTest {
    private static final ZonedDateTime WEDNESDAY_AT_TEN =
            ZonedDateTime.of(2026, 11, 18, 10, 0, 0, 0, ZoneId.of("Asia/Taipei"));

    @ParameterizedTest
    @MethodSource("cases")
    void readsWhatPeopleWrite(Kind kind, String said, String meant, ZonedDateTime now) {
        assertThat(found(kind, said, now)).extracting(Entity::value).containsExactly(meant);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void knowsThePlaceInTheOriginal(Kind kind, String said, String meant, ZonedDateTime now) {
        var before = "🍵e\u0301\u0301，";
        var alone = found(kind, said, now).getFirst();

        assertThat(found(kind, before + said + "\u200B。𝒳", now))
                .containsExactly(
                        new Entity("it", meant, alone.start() + before.length(), alone.end() + before.length()));
    }

    static Stream<Arguments> cases() {
        return Stream.of(
                        Map.entry(Kind.DATE, "dates"),
                        Map.entry(Kind.NUMBER, "numbers"),
                        Map.entry(Kind.MONEY, "money"),
                        Map.entry(Kind.DURATION, "durations"))
                .flatMap(kind -> Stream.of("-zh.tsv", "-en.tsv")
                        .flatMap(end -> Fixtures.lines(kind.getValue() + end))
                        .map(line -> line.split("\t"))
                        .map(cells -> Arguments.of(
                                kind.getKey(), cells[0], cells[1], now(cells.length > 2 ? cells[2] : ""))));
    }

    /** A zone, with a local time before it where it is not that Wednesday's. */
    private static ZonedDateTime now(String cell) {
        int blank = cell.indexOf(' ');
        var zone = ZoneId.of(cell.isEmpty() ? "Asia/Taipei" : cell.substring(blank + 1));
        return LocalDateTime.parse(blank < 0 ? "2026-11-18T10:00" : cell.substring(0, blank))
                .atZone(zone);
    }

    @ParameterizedTest
    @MethodSource
    void takesNoOtherWords(Kind kind, String said) {
        assertThat(found(kind, said)).isEmpty();
    }

    static Stream<Arguments> takesNoOtherWords() {
        return Stream.of(
                        Map.entry(Kind.DATE, "no-dates"),
                        Map.entry(Kind.NUMBER, "no-numbers"),
                        Map.entry(Kind.MONEY, "no-money"),
                        Map.entry(Kind.DURATION, "no-durations"))
                .flatMap(kind -> Stream.of("-zh.txt", "-en.txt")
                        .flatMap(end -> Fixtures.lines(kind.getValue() + end))
                        .map(said -> Arguments.of(kind.getKey(), said)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            電話是0912-345-678喔     | 0912345678
            +886 912 345 678          | +886912345678
            (02) 2345-6789            | 0223456789
            call 13812345678          | 13812345678
            ０９１２３４５６７８      | 0912345678
            """)
    void readsPhoneNumbers(String said, String meant) {
        assertThat(found(Kind.PHONE, said)).extracting(Entity::value).containsExactly(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SP12345678", "12345", "2026-11-18", "1234567890123456789"})
    void takesNoOtherDigitsForPhoneNumbers(String said) {
        assertThat(found(Kind.PHONE, said)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            寄到mei.lin+tea@example.com.tw謝謝 | mei.lin+tea@example.com.tw
            My mail is Bob@Example.org.        | Bob@Example.org
            """)
    void readsEmailAddresses(String said, String meant) {
        assertThat(found(Kind.EMAIL, said)).extracting(Entity::value).containsExactly(meant);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            看這個https://example.com/a?b=c&d=1，好嗎 | https://example.com/a?b=c&d=1
            it is on www.example.org.                 | www.example.org
            """)
    void readsAddressesOfPages(String said, String meant) {
        assertThat(found(Kind.URL, said)).extracting(Entity::value).containsExactly(meant);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            我是王小明            | 王小明
            我叫小美              | 小美
            叫我阿寶就好          | 阿寶
            你可以叫我林小姐      | 林小姐
            您好，我是陳太太。    | 陳太太
            我姓張                | 張
            小美                  | 小美
            I'm Mei-Lin           | Mei-Lin
            I am Anna             | Anna
            my name is John Smith | John Smith
            call me Bob please    | Bob
            Bob                   | Bob
            This is Dr. O'Neil!   | Dr. O'Neil
            """)
    void readsNames(String said, String meant) {
        assertThat(found(Kind.PERSON, said)).extracting(Entity::value).containsExactly(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123", "我的包裹到底什麼時候才會送到", "why do you want to know that", "不要", "no", "為什麼"})
    void takesNoOtherAnswersForNames(String said) {
        assertThat(found(Kind.PERSON, said)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            我要烏龍茶            | oolong  | 烏龍茶
            我要乌龙茶            | oolong  | 乌龙茶
            ＯＯＬＯＮＧ please   | oolong  | ＯＯＬＯＮＧ
            an iPhone case        | case    | iPhone case
            an iphonecase         | case    | iphonecase
            an iPhone             | phone   | iPhone
            """)
    void findsWordsWhateverTheirScriptCaseAndWidth(String said, String value, String original) {
        var entity = dictionary().find(said, WEDNESDAY_AT_TEN).getFirst();

        assertThat(entity.value()).isEqualTo(value);
        assertThat(said.substring(entity.start(), entity.end())).isEqualTo(original);
    }

    @Test
    void takesNoPartOfALatinWord() {
        assertThat(dictionary().find("iphonesque teapot", WEDNESDAY_AT_TEN)).isEmpty();
    }

    @Test
    void findsPatternsWithTheirPlace() {
        var finder = EntityFinders.of(List.of(new EntityDefinition.Pattern("order_no", "SP\\d{6}")));

        assertThat(finder.find("訂單sp123456到了嗎", WEDNESDAY_AT_TEN))
                .containsExactly(new Entity("order_no", "sp123456", 2, 10));
        assertThat(finder.find("XSP1234567", WEDNESDAY_AT_TEN)).isEmpty();
    }

    @Test
    void keepsFindsOfDifferentNamesInOrderOfPlace() {
        var finder = EntityFinders.of(List.of(
                new EntityDefinition.BuiltIn("when", Kind.DATE),
                new EntityDefinition.BuiltIn("how_many", Kind.NUMBER)));

        assertThat(finder.find("3個 明天", WEDNESDAY_AT_TEN))
                .extracting(Entity::name)
                .containsExactly("how_many", "when");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "a(?=b)", "(a)\\1"})
    void refusesPatternsThatNeedMoreThanLinearTime(String regex) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EntityFinders.of(List.of(new EntityDefinition.Pattern("order_no", regex))))
                .withMessageContaining("order_no");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void neverFailsWhateverIsSaid(Kind kind) {
        for (var hostile : Fixtures.hostile()) {
            assertThatCode(() -> found(kind, hostile)).doesNotThrowAnyException();
        }
    }

    private static List<Entity> found(Kind kind, String said) {
        return found(kind, said, WEDNESDAY_AT_TEN);
    }

    private static List<Entity> found(Kind kind, String said, ZonedDateTime now) {
        return EntityFinders.of(List.of(new EntityDefinition.BuiltIn("it", kind)))
                .find(said, now);
    }

    private static EntityFinder dictionary() {
        return EntityFinders.of(List.of(new EntityDefinition.Dictionary(
                "product",
                Map.of(
                        "oolong", List.of("烏龍茶", "oolong"),
                        "case", List.of("iPhone case"),
                        "phone", List.of("iPhone"),
                        "tea", List.of("tea")))));
    }
}
