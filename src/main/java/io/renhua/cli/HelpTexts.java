package io.renhua.cli;

import io.renhua.text.Phrasebook;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What the commands say of themselves, in another language: picocli asks for each part of it by a name. */
final class HelpTexts extends ResourceBundle {
    private static final String REMARK = "# ";

    private final Map<String, String> byName = new LinkedHashMap<>();
    private final UnaryOperator<String> told;

    private HelpTexts(CommandLine line, UnaryOperator<String> told) {
        this.told = told;
        add(line);
    }

    /** Lets all commands speak a language from now on. */
    static void speak(String language, CommandLine line) {
        if (!language.equals(Phrasebook.ENGLISH)) {
            line.setResourceBundle(new HelpTexts(line, Phrasebook.ofHelp(language)::in));
        }
    }

    /** Whatever they say, in English. */
    static Set<String> sentences(CommandLine line) {
        var said = new LinkedHashSet<String>();
        var _ = new HelpTexts(line, english -> {
            said.add(english);
            return english;
        });
        return said;
    }

    private void add(CommandLine line) {
        var command = line.getCommandSpec();
        var usage = command.usageMessage();
        keep(
                command,
                "usage.synopsisHeading",
                Stream.of(told.apply(usage.synopsisHeading().strip()) + " "));
        keep(command, "usage.commandListHeading", Stream.of(told.apply(usage.commandListHeading())));
        keep(command, "usage.header", paragraphs(usage.header()));
        keep(command, "usage.description", paragraphs(usage.description()));
        keep(command, "usage.footer", Stream.of(usage.footer()).map(this::example));
        command.args().forEach(each -> keep(command, name(each), paragraphs(each.description())));
        line.getSubcommands().values().forEach(this::add);
    }

    private static String name(ArgSpec argument) {
        return switch (argument) {
            case OptionSpec option -> option.longestName().replaceFirst("^-+", "");
            case PositionalParamSpec position -> position.paramLabel() + "[" + position.index() + "]";
            default -> throw new IllegalArgumentException("neither an option nor a parameter: " + argument);
        };
    }

    private void keep(CommandSpec command, String name, Stream<String> texts) {
        var all = texts.toList();
        var prefix = command.qualifiedName(".") + "." + name;
        for (int i = 0; i < all.size(); i++) {
            byName.put(all.size() == 1 ? prefix : prefix + "." + i, all.get(i));
        }
    }

    /** Lines that belong together are one paragraph, which another language breaks elsewhere. */
    private Stream<String> paragraphs(String... lines) {
        var paragraphs = new ArrayList<String>();
        var open = new ArrayList<String>();
        for (var line : lines) {
            if (line.isEmpty()) {
                close(open, paragraphs);
                paragraphs.add("");
            } else {
                open.add(line);
            }
        }
        close(open, paragraphs);
        return paragraphs.stream();
    }

    private void close(List<String> open, List<String> paragraphs) {
        if (!open.isEmpty()) {
            paragraphs.add(told.apply(open.stream().collect(Collectors.joining(" "))));
            open.clear();
        }
    }

    /** What is typed stays as it is; what is said about it does not. */
    private String example(String line) {
        int remark = line.indexOf(REMARK);
        if (remark >= 0) {
            int from = remark + REMARK.length();
            return line.substring(0, from) + told.apply(line.substring(from));
        }
        return line.startsWith(" ") || line.isEmpty() ? line : told.apply(line);
    }

    @Override
    protected @Nullable Object handleGetObject(String name) {
        return byName.get(name);
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(byName.keySet());
    }
}
