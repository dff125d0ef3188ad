package io.renhua.cli;

import io.renhua.text.Sentences;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The commands, one below the other, each with the first sentence of what it says of itself. */
final class CommandList {
    private static final int MARGIN = 2;

    private CommandList() {}

    static String of(Help help) {
        int names = MARGIN
                + help.subcommands().keySet().stream()
                        .mapToInt(String::length)
                        .max()
                        .orElse(0);
        var usage = help.commandSpec().usageMessage();
        var table = TextTable.forColumns(
                help.colorScheme(),
                new Column(names, MARGIN, Overflow.SPAN),
                new Column(usage.width() - names, MARGIN, Overflow.WRAP));
        table.setAdjustLineBreaksForWideCJKCharacters(usage.adjustLineBreaksForWideCJKCharacters());
        help.subcommands()
                .forEach((name, each) -> table.addRowValues(
                        help.colorScheme().commandText(name),
                        help.colorScheme().text(firstSentence(each.commandSpec()))));
        return table.toString();
    }

    /** Puts it in the place of picocli's own, which shows the whole first paragraph. */
    static void into(CommandLine line) {
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, CommandList::of);
    }

    private static String firstSentence(CommandSpec command) {
        var usage = command.usageMessage();
        var texts = usage.header().length > 0 ? usage.header() : usage.description();
        var all = String.format(Locale.ROOT, String.join(" ", texts)); // as picocli does
        return Sentences.of(all.strip()).getFirst().strip();
    }
}
