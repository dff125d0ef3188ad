package io.renhua.cli;

import io.renhua.text.Wording;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What was typed and is no command of ours: why, and what to write instead, in the language of whoever typed it. */
final class Mistyped {
    private final ParameterException mistake;
    private final List<String> typed;

    private Mistyped(ParameterException mistake, String... typed) {
        this.mistake = mistake;
        this.typed = List.of(typed);
    }

    /** Says it, and gives the exit code. */
    static int tell(ParameterException mistake, String... typed) {
        var line = mistake.getCommandLine();
        var language = Language.asked(typed);
        var mistyped = new Mistyped(mistake, typed);
        line.getErr().println(mistyped.why().in(language));
        line.getErr().println(mistyped.instead().in(language));
        return line.getCommandSpec().exitCodeOnInvalidInput();
    }

    private Wording why() {
        return switch (mistake) {
            case MissingParameterException missing ->
                Wording.joined(
                        "%s\n%s",
                        missing.getMissing().stream().map(this::missing).toList());
            case UnmatchedArgumentException unknown -> unknown(unknown);
            case MutuallyExclusiveArgsException _ ->
                Wording.of("%s do not go together; write one of them.", String.join(", ", exclusive()));
            case OverwrittenOptionException twice ->
                Wording.of("%s is there more than once; write it once.", name(twice.getOverwritten()));
            case ParameterException wrong
            when wrong.getArgSpec() != null -> wrong(wrong.getArgSpec(), wrong.getValue());
            case ParameterException wrong when wrong.getValue() != null -> noCommand(wrong.getValue());
            default -> Wording.of(String.valueOf(mistake.getMessage())); // a command's own, told already
        };
    }

    private Wording missing(ArgSpec argument) {
        if (argument instanceof OptionSpec option && Stream.of(option.names()).anyMatch(this::isTyped)) {
            return Wording.of("%s has nothing behind it. Write instead: %s", name(option), example(option));
        }
        return Wording.of("%s is missing.", example(argument));
    }

    private boolean isTyped(String option) {
        return typed.stream().anyMatch(each -> each.equals(option) || each.startsWith(option + "="));
    }

    private Wording unknown(UnmatchedArgumentException unknown) {
        var word = unknown.getUnmatched().getFirst();
        var meant = Wording.joined("%s or %s", unknown.getSuggestions());
        if (unknown.isUnknownOption()) {
            return meant.isEmpty()
                    ? Wording.of("There is no option %s here.", word)
                    : Wording.of("There is no option %s here. Did you mean %s?", word, meant);
        }
        if (!isRoot()) {
            return Wording.of("%s is one word too many.", word);
        }
        return meant.isEmpty() ? noCommand(word) : Wording.of("There is no command %s. Did you mean %s?", word, meant);
    }

    private static Wording noCommand(String word) {
        return Wording.of("There is no command %s.", word);
    }

    private static Wording wrong(ArgSpec argument, String value) {
        var type = argument.type();
        if (type.isEnum()) {
            var choices =
                    Arrays.stream(type.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(", "));
            return Wording.of("%s is one of %s, not %s.", name(argument), choices, value);
        }
        return type.isPrimitive() || Number.class.isAssignableFrom(type)
                ? Wording.of("%s is a number, not %s.", name(argument), value)
                : Wording.of("%s cannot be %s.", name(argument), value);
    }

    /** Those that were typed of a group of which one may be. */
    private List<String> exclusive() {
        return spec().argGroups().stream()
                .filter(CommandLine.Model.ArgGroupSpec::exclusive)
                .flatMap(group -> group.options().stream())
                .map(OptionSpec::longestName)
                .filter(this::isTyped)
                .toList();
    }

    /** Where all that a command takes is told. */
    private Wording instead() {
        return isRoot()
                ? Wording.of("All commands: %s", spec().qualifiedName() + " --help")
                : Wording.of("What it takes: %s", spec().qualifiedName() + " --help");
    }

    private CommandSpec spec() {
        return mistake.getCommandLine().getCommandSpec();
    }

    private boolean isRoot() {
        return spec().parent() == null;
    }

    private static String name(ArgSpec argument) {
        return switch (argument) {
            case OptionSpec option -> option.longestName();
            case PositionalParamSpec position -> position.paramLabel();
            default -> throw new IllegalArgumentException("neither an option nor a parameter: " + argument);
        };
    }

    private static String example(ArgSpec argument) {
        return argument instanceof OptionSpec option && option.arity().max() > 0
                ? option.longestName() + " " + option.paramLabel()
                : name(argument);
    }
}
