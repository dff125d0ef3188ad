package io.renhua.nlu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RememberingTrainerTest {
    private static final List<Example> SHOP = Fixtures.examples("shop.txt");
    private static final List<Example> SMALL = List.of(
            new Example("when are you open", "opening_hours"),
            new Example("你們幾點開門", "opening_hours"),
            new Example("where is my parcel", "order_status"),
            new Example("我的包裹到哪了", "order_status"));

    @TempDir
    Path folder;

    private ClassifierTrainer trainer;
    private int learnt;

    @BeforeEach
    void countWhatIsLearnt() {
        trainer = new RememberingTrainer(
                examples -> {
                    learnt++;
                    return new OpenNlpTrainer().train(examples);
                },
                folder);
    }

    @Test
    void knowsWithoutLearningWhatWasLearntBefore() {
        var first = trainer.train(SHOP);

        var again = trainer.train(SHOP);

        assertThat(learnt).isEqualTo(1);
        assertThat(again).isNotSameAs(first);
        assertThat(SHOP)
                .allSatisfy(example ->
                        assertThat(again.classify(example.text())).isEqualTo(first.classify(example.text())));
        assertThat(Fixtures.lines("foreign.txt").map(again::classify).toList())
                .isEqualTo(Fixtures.lines("foreign.txt").map(first::classify).toList());
    }

    /** When this fails, the same examples give another model: raise the version, and write the new number here. */
    @Test
    void learnsUnderOneVersionAlwaysTheSameModel() throws IOException {
        trainer.train(SHOP);

        assertThat(OpenNlpTrainer.VERSION).isEqualTo(8);
        assertThat(checksum(onlyModel())).isEqualTo("2f061dc9");
    }

    @Test
    void learnsAnewWhenAnExampleChanges() {
        trainer.train(SMALL);

        var changed =
                trainer.train(List.of(SMALL.get(0), SMALL.get(1), SMALL.get(2), new Example("我的包裹到哪", "order_status")));

        assertThat(learnt).isEqualTo(2);
        assertThat(changed.classify("我的包裹到哪").band()).isEqualTo(Band.SURE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 12, 40, 55, 56, 60, 500, 5000, -1})
    void learnsAnewFromATruncatedFile(int length) throws IOException {
        trainer.train(SMALL);
        var bytes = Files.readAllBytes(onlyModel());

        Files.write(onlyModel(), Arrays.copyOf(bytes, length < 0 ? bytes.length - 1 : length));
        trainer.train(SMALL);

        assertThat(learnt).isEqualTo(2);
        assertThat(Files.readAllBytes(onlyModel())).isEqualTo(bytes);
    }

    @Test
    void learnsAnewWhereAnyByteIsDamaged() throws IOException {
        trainer.train(SMALL);
        var bytes = Files.readAllBytes(onlyModel());
        var random = new SplittableRandom(1);

        for (int damage = 1; damage <= 20; damage++) {
            var damaged = bytes.clone();
            damaged[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(onlyModel(), damaged);
            trainer.train(SMALL);
            assertThat(learnt).isEqualTo(1 + damage);
        }
    }

    /** The checksum is right and the numbers are not ours. */
    @Test
    void learnsAnewFromAForeignFileThatLooksLikeOurs() throws IOException {
        trainer.train(SMALL);
        var bytes = Files.readAllBytes(onlyModel());
        var random = new SplittableRandom(1);

        for (int attempt = 1; attempt <= 20; attempt++) {
            var foreign = Arrays.copyOf(bytes, 56 + random.nextInt(2000));
            for (int i = 56; i < foreign.length; i++) {
                foreign[i] = (byte) random.nextInt(attempt % 2 == 0 ? 2 : 256);
            }
            seal(foreign);
            Files.write(onlyModel(), foreign);
            trainer.train(SMALL);
            assertThat(learnt).isEqualTo(1 + attempt);
        }
    }

    @Test
    void learnsWhereNothingCanBeKept() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "no folder");
        var homeless = new RememberingTrainer(new OpenNlpTrainer(), file.resolve("models"));

        assertThat(homeless.train(SMALL).classify("when are you open").band()).isEqualTo(Band.SURE);
    }

    @Test
    void keepsTheNewestFiftyAndNothingElse() throws IOException {
        for (int i = 0; i < 60; i++) {
            var old = Files.writeString(folder.resolve("old" + i + ".model"), "old");
            Files.setLastModifiedTime(old, FileTime.fromMillis(1_000_000L * i));
        }

        trainer.train(SMALL);

        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).toList())
                    .hasSize(50)
                    .contains("old59.model")
                    .doesNotContain("old10.model")
                    .noneMatch(name -> name.endsWith(".part"));
        }
    }

    private Path onlyModel() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".model"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String checksum(Path model) throws IOException {
        return HexFormat.of().toHexDigits(crc(Files.readAllBytes(model)), 8);
    }

    private static void seal(byte[] model) {
        ByteBuffer.wrap(model).putLong(48, crc(model));
    }

    private static long crc(byte[] model) {
        var checksum = new CRC32C();
        checksum.update(model, 56, model.length - 56);
        return checksum.getValue();
    }
}
