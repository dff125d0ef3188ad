package io.renhua.nlu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.renhua.nlu.EntityDefinition.BuiltIn.Kind;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
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
            電話是0912-345-678喔              | 0912345678
            0912 345 678                       | 0912345678
            電話：+86 138 0013 8000     | +8613800138000
            +886 912 345 678                   | +886912345678
            +886 (0)912 345 678                | +886912345678
            886-912-345-678                    | 886912345678
            (02) 2345-6789                     | 0223456789
            02-2345-6789 轉 123                | 0223456789;ext=123
            (04)2345-6789#12                   | 0423456789;ext=12
            07-123-4567 分機 8                 | 071234567;ext=8
            0800-123-456                       | 0800123456
            9123 4567                          | 91234567
            我電話 6123-4567                   | 61234567
            +852 9123 4567                     | +85291234567
            852 2345 6789                      | 85223456789
            澳門 +853 6612 3456                | +85366123456
            call 13812345678                   | 13812345678
            138 1234 5678                      | 13812345678
            手機138-1234-5678                  | 13812345678
            +86 138 1234 5678                  | +8613812345678
            010-12345678                       | 01012345678
            0755-8123 4567                     | 075581234567
            400-820-8820                       | 4008208820
            (415) 555-2671                     | 4155552671
            1-415-555-2671 ext. 9              | 14155552671;ext=9
            +1 415.555.2671                    | +14155552671
            +44 20 7946 0958                   | +442079460958
            020 7946 0958                      | 02079460958
            ０９１２３４５６７８               | 0912345678
            """)
    void readsPhoneNumbers(String said, String meant) {
        assertThat(found(Kind.PHONE, said)).extracting(Entity::value).containsExactly(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SP12345678",
                "12345",
                "2026-11-18",
                "20261118",
                "2026/11/18",
                "1234567890123456789",
                "4111 1111 1111 1111",
                "123456789012",
                "1,234,567",
                "15:30",
                "192.168.0.1",
                "$12345678",
                "A123456789"
            })
    void takesNoOtherDigitsForPhoneNumbers(String said) {
        assertThat(found(Kind.PHONE, said)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            寄到mei.lin+tea@example.com.tw謝謝 | mei.lin+tea@example.com.tw
            My mail is Bob@Example.org.        | Bob@Example.org
            ｍｅｉ＠ｅｘａｍｐｌｅ．ｃｏｍ     | mei@example.com
            (bob_99@mail.example.co.uk)        | bob_99@mail.example.co.uk
            我的信箱：a-b@ex-ample.com，謝謝   | a-b@ex-ample.com
            """)
    void readsEmailAddresses(String said, String meant) {
        assertThat(found(Kind.EMAIL, said)).extracting(Entity::value).containsExactly(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bob@", "@bob", "bob@example", "a@b@c.com", "bob..b@example.c", "5@10"})
    void takesNothingElseForEmailAddresses(String said) {
        assertThat(found(Kind.EMAIL, said)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            看這個https://example.com/a?b=c&d=1，好嗎 | https://example.com/a?b=c&d=1
            it is on www.example.org.                 | www.example.org
            example.com/tea 這個                      | example.com/tea
            http://localhost:8080/x                   | http://localhost:8080/x
            (see https://example.com/tea_(green))     | https://example.com/tea_(green
            HTTPS://EXAMPLE.COM                       | HTTPS://EXAMPLE.COM
            shop.example.com.tw有賣                   | shop.example.com.tw
            """)
    void readsAddressesOfPages(String said, String meant) {
        assertThat(found(Kind.URL, said)).extracting(Entity::value).containsExactly(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mei@example.com", "ok.then", "1.5", "e.g. this", "http", "www", "..."})
    void takesNothingElseForAddressesOfPages(String said) {
        assertThat(found(Kind.URL, said)).isEmpty();
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            two osmantus oolong please  | osm       | osmantus oolong
            osmanthus oloong            | osm       | osmanthus oloong
            Osmanthus Oolonk            | osm       | Osmanthus Oolonk
            osmanthus oolongs           | osm       | osmanthus oolongs
            xsmanthus oolong            | osm       | xsmanthus oolong
            我要貴花烏龍                | osm       | 貴花烏龍
            我要桂花烏籠                | osm       | 桂花烏籠
            桂花的乌龙两包              | osm       | 桂花的乌龙
            花桂烏龍                    | osm       | 花桂烏龍
            creme brulee                | dessert   | creme brulee
            CRÈME BRÛLÉE  | dessert   | CRÈME BRÛLÉE
            crème brulé                 |           |
            """)
    void forgivesOneSlipInALongName(String said, String value, String original) {
        assertThat(menu().find(said, WEDNESDAY_AT_TEN))
                .extracting(Entity::value, entity -> said.substring(entity.start(), entity.end()))
                .isEqualTo(value == null ? List.of() : List.of(Tuple.tuple(value, original)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "osmantus olong", // two slips
                "smanthus oolong", // a letter left out at the border
                "osmanthus oolon",
                "桂花烏", // nor characters
                "花烏龍",
                "桂林烏茶",
                "teas tia", // too short
                "model 15 pro", // no slips in figures
                "myosmanthus oolongish", // inside other words
                "matcha batte" // either of two
            })
    void takesNothingElseForASlip(String said) {
        assertThat(menu().find(said, WEDNESDAY_AT_TEN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            桂花紅茶             | red
            桂花烏龍             | osm
            桂花烏龍禮盒         | box
            桂花烏龍理盒         | osm
            matcha latte         | latte
            """)
    void prefersTheExactNameAndTheLongest(String said, String value) {
        assertThat(menu().find(said, WEDNESDAY_AT_TEN))
                .extracting(Entity::value)
                .containsExactly(value);
    }

    @Test
    void findsAmongThousandsOfNames() {
        var values = new HashMap<String, List<String>>();
        for (int i = 0; i < 5000; i++) {
            values.put(
                    "v" + i, List.of("product " + Integer.toString(i + 46_656, 36), "商品" + (char) (0x4E00 + i) + "號"));
        }
        var finder = EntityFinders.of(List.of(new EntityDefinition.Dictionary("product", values)));

        assertThat(finder.find("one product 1000 and 商品丂号", WEDNESDAY_AT_TEN))
                .extracting(Entity::value)
                .containsExactly("v0", "v2");
    }

    @Test
    void takesNoPartOfALatinWord() {
        assertThat(dictionary().find("iphonesque teapot", WEDNESDAY_AT_TEN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            週一到週五       | 2026-11-23       | 2026-11-20
            from Monday to Friday | 2026-11-23  | 2026-11-20
            明天下午三點到五點   | 2026-11-19T15:00 | 2026-11-18T17:00
            12/24～12/26      | 2026-12-24       | 2026-12-26
            between 3pm and 5pm | 2026-11-18T15:00 | 2026-11-18T17:00
            """)
    void findsBothEndsOfARange(String said, String start, String end) {
        assertThat(found(Kind.DATE, said)).extracting(Entity::value).containsExactly(start, end);
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

    private static EntityFinder menu() {
        return EntityFinders.of(List.of(new EntityDefinition.Dictionary(
                "product",
                Map.of(
                        "osm", List.of("桂花烏龍", "osmanthus oolong"),
                        "red", List.of("桂花紅茶"),
                        "box", List.of("桂花烏龍禮盒"),
                        "phone", List.of("model 14 pro"),
                        "dessert", List.of("Crème brûlée"),
                        "latte", List.of("matcha latte"),
                        "butter", List.of("matcha batta"),
                        "batter", List.of("matcha battu"),
                        "tea", List.of("tea")))));
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
