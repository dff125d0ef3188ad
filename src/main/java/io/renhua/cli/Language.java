package io.renhua.cli;

import io.renhua.text.OperatorLanguage;
import io.renhua.text.Phrasebook;
import io.renhua.text.Wording;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** In which language a command speaks: the one asked for, else that of whoever runs it. */
final class Language {
    static final String HELP = "In which language: en, zh-Hant or zh-Hans. Default: RENHUA_LANG, or your terminal's.";
    static final String OPTION = "--lang";

    @Option(names = OPTION, paramLabel = "LANGUAGE", description = HELP)
    private @Nullable String asked;

    String tag() {
        return asked == null ? OperatorLanguage.here() : checked(asked);
    }

    /** For programs, which read English unless they ask for something else. */
    String forPrograms() {
        return asked == null ? Phrasebook.ENGLISH : checked(asked);
    }

    /** That which somebody types, before it is known what else they do. */
    static String asked(String... typed) {
        var options = List.of(typed);
        int at = options.indexOf(OPTION);
        var asked = options.stream()
                .filter(each -> each.startsWith(OPTION + "="))
                .map(each -> each.substring(OPTION.length() + 1))
                .findFirst()
                .orElse(at >= 0 && at + 1 < options.size() ? options.get(at + 1) : "");
        return OperatorLanguage.ALL.contains(asked) ? asked : OperatorLanguage.here();
    }

    /** That of a command that could not do what it should. */
    static String of(CommandSpec command) {
        var option = command.findOption(OPTION);
        String asked = option == null ? null : option.getValue();
        return asked != null && OperatorLanguage.ALL.contains(asked) ? asked : OperatorLanguage.here();
    }

    static String checked(String language) {
        if (!OperatorLanguage.ALL.contains(language)) {
            throw new UnreadablePersona(
                    Wording.of("%s is %s, not %s.", OPTION, String.join(", ", OperatorLanguage.ALL), language));
        }
        return language;
    }
}
