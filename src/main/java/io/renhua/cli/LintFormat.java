package io.renhua.cli;

import io.renhua.lint.Verdict;
import java.util.Map;

/** For whom findings are written. */
enum LintFormat {
    people,
    json,
    sarif;

    /**
     * Writes what was found.
     *
     * @param folder that the findings' files stand in
     * @param verdicts by persona
     */
    void write(String folder, Map<String, Verdict> verdicts, Language language, Paper out) {
        switch (this) {
            case people -> new LintPaper(out).print(verdicts);
            case json -> out.plain(FindingsJson.of(verdicts, language.forPrograms()));
            case sarif -> out.plain(new Sarif(folder, language.forPrograms()).of(verdicts.values()));
        }
    }
}
