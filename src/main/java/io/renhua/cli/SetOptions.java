package io.renhua.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What can be said about measuring a data set. */
final class SetOptions {
    @Option(names = "--train", paramLabel = "FILE", description = "What is taught; may be given several times.")
    List<Path> train = List.of();

    @Option(names = "--test", paramLabel = "FILE", description = "What is asked; its intents are only compared with.")
    @Nullable
    Path test;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description =
                    "Learns so many times, from seed 1 on, and shows the mean, the lowest and the highest. Default: 3.")
    int seeds = 3;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "Writes a text, a tab, an intent, a tab and a confidence for each row asked, in the order of the"
                            + " file, without a header. The answers are those of seed 1, one model as it would serve, and no vote"
                            + " of several; with {seed} in the name, a file for each seed. The confidence is always that of the"
                            + " likeliest intent, also where the intent is oos because it was refused.")
    @Nullable
    String out;

    @Option(
            names = "--rejection",
            negatable = true,
            description = "Whether --out and macro-F1 have oos where the answer would be 'none of these'. Otherwise the"
                    + " likeliest intent always stands there. By default they have it when a training file has rows of"
                    + " oos, for then 'none' is one of the answers looked for; in a set without such rows every sentence"
                    + " has an intent, and refusing could only be wrong. The test does not decide it, or the answers would"
                    + " depend on its intents. All other figures are shown both ways.")
    @Nullable
    Boolean rejection;

    @Option(
            names = "--noise",
            paramLabel = "RATE",
            description = "Misspells what is asked, by lot: each Latin letter and each Han character is hit with this"
                    + " probability, 0.04 say. A letter is left out, added, taken for another or swapped with the next; a"
                    + " character is left out, said twice or taken for another.")
    double noise;

    @Option(
            names = "--script",
            paramLabel = "SCRIPT",
            description = "Writes what is asked in another script, character by character: zh-Hant or zh-Hans.")
    @Nullable
    String script;
}
