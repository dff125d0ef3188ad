package io.renhua.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** What commands print on: colours where the terminal has them. */
final class Paper {
    private final PrintWriter writer;
    private final PrintWriter margin;

    Paper(@Nullable CommandSpec spec) {
        this(
                spec == null
                        ? new PrintWriter(System.out, true, StandardCharsets.UTF_8)
                        : spec.commandLine().getOut(),
                spec == null
                        ? new PrintWriter(System.err, true, StandardCharsets.UTF_8)
                        : spec.commandLine().getErr());
    }

    Paper(PrintWriter writer, PrintWriter margin) {
        this.writer = writer;
        this.margin = margin;
    }

    /** A line of our own words, which may hold picocli's colour marks. */
    void line(String text) {
        writer.println(Ansi.AUTO.string(text));
    }

    /** Words that are nobody's markup. */
    void plain(String text) {
        writer.println(text);
    }

    /** What a reader may want to know and a pipe does not: how far we are, and what is wrong. */
    void aside(String text) {
        margin.println(text);
    }

    void prompt(String text) {
        writer.print(text);
        writer.flush();
    }
}
