package io.renhua.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClustersTest {
    private static final List<String> LIFE = List.of(
            "冰島寄得到嗎",
            "能不能送到冰島",
            "可以寄冰岛吗",
            "寄冰島要多久",
            "你們有做團購嗎",
            "團購怎麼算",
            "想問團購價",
            "發票可以打統編嗎",
            "可以開統編嗎",
            "要打統編",
            "停車",
            "附近可以停車嗎",
            "有停車場嗎",
            "可以帶狗嗎",
            "狗狗可以進去嗎",
            "有wifi嗎",
            "插座多嗎",
            "is it vegan",
            "can i get a wholesale discount");

    private final List<Bubble> bubbles = new ArrayList<>();

    @Test
    void bringsTogetherWhatMeansTheSame() {
        for (int i = 0; i < LIFE.size(); i++) {
            said("p" + i, LIFE.get(i));
        }

        assertThat(together("寄冰島要多久", "冰島寄得到嗎", "能不能送到冰島")).isTrue();
        assertThat(together("停車", "附近可以停車嗎")).isTrue();
        assertThat(together("可以帶狗嗎", "狗狗可以進去嗎")).isTrue();
        assertThat(together("團購怎麼算", "想問團購價")).isTrue();
        assertThat(together("要打統編", "可以開統編嗎")).isTrue();
        assertThat(sentences()).contains(List.of("is it vegan"), List.of("有wifi嗎"));
    }

    @Test
    void keepsApartWhatSharesNothingButItsFrame() {
        for (int i = 0; i < LIFE.size(); i++) {
            said("p" + i, LIFE.get(i));
        }

        assertThat(together("可以寄冰岛吗", "可以帶狗嗎")).isFalse();
        assertThat(together("可以開統編嗎", "可以帶狗嗎")).isFalse();
        assertThat(together("有停車場嗎", "有wifi嗎")).isFalse();
    }

    @Test
    void givesTheSameForTheSameLifeInAnyOrder() {
        for (int i = 0; i < LIFE.size(); i++) {
            said("p" + i % 7, LIFE.get(i));
        }
        var once = clusters();

        Collections.shuffle(bubbles, new Random(1));

        assertThat(clusters()).isEqualTo(once);
    }

    @Test
    void countsPeopleAndTakesEveryWayOfWritingForOne() {
        said("mei", "寄冰島要多久");
        said("mei", "寄冰岛要多久？");
        said("lee", "寄冰島，要多久");
        said("ann", "寄冰島要多久");
        said("bob", "Is it VEGAN?");
        said("bob", "is it vegan");

        assertThat(clusters()).extracting(Cluster::name).containsExactly("寄冰島要多久", "is it vegan");
        assertThat(clusters()).extracting(Cluster::people).containsExactly(3, 1);
        assertThat(clusters()).extracting(Cluster::times).containsExactly(4, 2);
        assertThat(clusters().getFirst().sentences()).hasSize(1);
    }

    @Test
    void saysWhatPeopleDidNextAndWhereThatPoints() {
        said("a", "有內用嗎", Aftermath.PRESSED, "store_location");
        said("b", "有內用嗎", Aftermath.PRESSED, "store_location");
        said("b", "有內用嗎", Aftermath.PRESSED, "store_location");
        said("c", "有內用嗎", Aftermath.PERSON, null);
        said("d", "有內用嗎", Aftermath.LEFT, null);
        said("e", "有內用嗎", Aftermath.LEFT, null);
        said("f", "有內用嗎", Aftermath.LEFT, null);

        var cluster = clusters().getFirst();

        assertThat(cluster.next())
                .containsExactly(
                        new Cluster.Next(Aftermath.LEFT, null, 3),
                        new Cluster.Next(Aftermath.PRESSED, "store_location", 2),
                        new Cluster.Next(Aftermath.PERSON, null, 1));
        assertThat(cluster.suggestions().getFirst().line()).isEqualTo("store_location");
        assertThat(cluster.suggestions().getFirst().people()).isEqualTo(2);
    }

    @Test
    void leavesOutWhatIsUnderstoodByNow() {
        said("mei", "運費多少");

        assertThat(clusters()).isEmpty();
    }

    @Test
    void showsNeitherWhatWasMutedNorWhatIsLikeIt() {
        said("mei", "可以帶狗嗎");
        said("lee", "狗狗可以進去嗎");
        said("ann", "有wifi嗎");

        assertThat(sentences(decided("可以帶狗嗎", Decision.Verdict.MUTED))).containsExactly(List.of("有wifi嗎"));
        assertThat(sentences(decided("可以带狗吗？", Decision.Verdict.RIGHT))).containsExactly(List.of("有wifi嗎"));
    }

    @Test
    void showsWhatWasAddedUntilItIsUnderstood() {
        said("mei", "可以帶狗嗎");

        assertThat(sentences(decided("可以帶狗嗎", Decision.Verdict.ADDED))).containsExactly(List.of("可以帶狗嗎"));
    }

    @Test
    void hasNothingToSayOfAnEmptyLife() {
        assertThat(clusters()).isEmpty();
    }

    private void said(String who, String words) {
        said(who, words, Aftermath.OPEN, null);
    }

    private void said(String who, String words, Aftermath after, @Nullable String line) {
        int seq = bubbles.size() + 1;
        bubbles.add(new Bubble(
                seq,
                Life.NOON.plus(Duration.ofSeconds(seq)),
                who,
                "pao",
                "1",
                "zh-Hant",
                words,
                0.2,
                "NO",
                after,
                line));
    }

    private List<Cluster> clusters() {
        return Clusters.of(bubbles, List.of(), Pao.LIVE);
    }

    private boolean together(String... words) {
        return sentences().stream().anyMatch(cluster -> cluster.containsAll(List.of(words)));
    }

    private List<List<String>> sentences(Decision... decisions) {
        return Clusters.of(bubbles, List.of(decisions), Pao.LIVE).stream()
                .map(cluster -> cluster.sentences().stream()
                        .map(Cluster.Sentence::words)
                        .toList())
                .toList();
    }

    private static Decision decided(String words, Decision.Verdict verdict) {
        return new Decision("pao", words, verdict, null, "mei", Life.NOON);
    }
}
