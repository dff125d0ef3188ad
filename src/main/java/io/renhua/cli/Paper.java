package io.renhua.cli;

import io.renhua.text.Phrasebook;
import io.renhua.text.Wording;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** What commands print on: colours where the terminal has them. */
final class Paper {
    private final PrintWriter writer;
    private final PrintWriter margin;
    private final String language;

    /** Speaks English. */
    Paper(@Nullable CommandSpec spec) {
        this(spec, Phrasebook.ENGLISH);
    }

    Paper(@Nullable CommandSpec spec, Language language) {
        this(spec, language.tag());
    }

    private Paper(@Nullable CommandSpec spec, String language) {
        this(
                spec == null
                        ? new PrintWriter(System.out, true, StandardCharsets.UTF_8)
                        : spec.commandLine().getOut(),
                spec == null
                        ? new PrintWriter(System.err, true, StandardCharsets.UTF_8)
                        : spec.commandLine().getErr(),
                language);
    }

    Paper(PrintWriter writer, PrintWriter margin) {
        this(writer, margin, Phrasebook.ENGLISH);
    }

    private Paper(PrintWriter writer, PrintWriter margin, String language) {
        this.writer = writer;
        this.margin = margin;
        this.language = language;
    }

    /** In the language of whoever reads this. */
    String told(CharSequence words) {
        return Wording.of(words).in(language);
    }

    /** A line of our own words, which may hold picocli's colour marks. */
    void line(CharSequence text) {
        writer.println(Ansi.AUTO.string(told(text)));
    }

    /** Words that are nobody's markup. */
    void plain(CharSequence text) {
        writer.println(told(text));
    }

    /** What a reader may want to know and a pipe does not: how far we are, and what is wrong. */
    void aside(CharSequence text) {
        margin.println(told(text));
    }

    void prompt(String text) {
        writer.print(text);
        writer.flush();
    }
}
