package io.renhua.persona;

/** A YAML parser's complaint in words that an author can act on. */
record YamlTrouble(String why, String instead) {

    static YamlTrouble explain(String complaint, String line) {
        if (line.contains("\t")) {
            return new YamlTrouble("a tab stands here", "spaces for the indentation");
        }
        if (line.matches(".*\\[.*\\{.*")) {
            return new YamlTrouble("inside [ ] a text with { } needs quotes", "\"…\" around that text");
        }
        if (line.matches("\\s*(- |[^#\"']*: )[{\\[@`%&*!|>\"'].*") && !line.matches(".*[:-] [\"'].*[\"']\\s*")) {
            return new YamlTrouble("a text may not start with this sign", "\"…\" around the whole text");
        }
        if (complaint.contains("mapping values are not allowed")) {
            return new YamlTrouble("a colon and a space make a key of this text", "\"…\" around the whole text");
        }
        if (complaint.contains("could not find expected ':'")) {
            return new YamlTrouble("this line is neither a key nor part of a list", "key: value, or - before the text");
        }
        if (complaint.contains("expected <block end>")) {
            return new YamlTrouble(
                    "this line is indented unlike its neighbours", "the same number of spaces as they have");
        }
        if (complaint.contains("found unexpected end of stream")) {
            return new YamlTrouble("a quote is opened and never closed", "the closing quote");
        }
        return new YamlTrouble("this cannot be read as YAML: " + complaint, "the indentation of the lines around it");
    }
}
