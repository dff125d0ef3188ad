package io.renhua.persona;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Scripts that somebody wrote to do harm, or a broken tool did: what each holds, and what is to be heard of it. */
final class HostileScripts {
    private static final String FINE = "x-note: ";

    private final List<Hostile> all = new ArrayList<>();

    private HostileScripts() {}

    /** One of them. */
    static final class Hostile {
        private final String kind;
        private final byte[] content;
        private final int line;
        private final String why;

        /**
         * @param kind what it does, for the test's name
         * @param line where it is told; 0 for anywhere, negative for one that is to be read as text
         * @param why part of what is told
         */
        Hostile(String kind, byte[] content, int line, String why) {
            this.kind = kind;
            this.content = content.clone();
            this.line = line;
            this.why = why;
        }

        byte[] content() {
            return content.clone();
        }

        int line() {
            return line;
        }

        String why() {
            return why;
        }

        @Override
        public String toString() {
            return kind;
        }
    }

    /** Files that stand beside a good script. */
    static List<Hostile> files() {
        var scripts = new HostileScripts();
        scripts.magic();
        scripts.keys();
        scripts.depth();
        scripts.size();
        scripts.characters();
        scripts.encodings();
        scripts.shapes();
        scripts.values();
        scripts.harmless();
        return scripts.all;
    }

    /** Values that cannot stand under a key of the top level, by key. */
    static List<Hostile> wrongTypes() {
        var wrong = new ArrayList<Hostile>();
        for (var key : Vocabulary.PERSONA.keys()) {
            boolean plain = List.of("spec", "id", "version").contains(key);
            var values = plain ? List.of("[a, b]", "{a: b}") : List.of("[[a], b]", "12", "{a: [[b]]}");
            for (var value : values) {
                wrong.add(new Hostile("has " + value + " under " + key, utf8(key + ": " + value + "\n"), 0, key));
            }
        }
        return wrong;
    }

    private void magic() {
        refused("has an anchor", "lines: &all\n  tea: {says: x}\n", 1, "anchors");
        refused("has an alias", "x-a: *all\n", 1, "aliases");
        refused("is a bomb of aliases", laughs(), 1, "anchors");
        refused("holds itself", "x-a: &a\n  b: *a\n", 1, "anchors");
        refused("merges a map", "lines:\n  tea:\n    <<: {says: x}\n", 3, "nobody knows the key <<");
        refused("merges an alias", "lines:\n  tea:\n    <<: *base\n", 3, "aliases");
        refused("asks for a Java object", "x-a: !!javax.script.ScriptEngineManager [x]\n", 1, "tags");
        refused("asks for a Python object", "x-a: !!python/object/apply:os.system ['id']\n", 1, "tags");
        refused("has a tag of its own", "x-a: !run id\n", 1, "tags");
        refused("has a tag in full", "x-a: !<tag:yaml.org,2002:str> b\n", 1, "tags");
        refused("hides bytes", "x-a: !!binary R0lGODlh\n", 1, "tags");
        refused("has a tag before a list", "lines: !!set [a]\n", 1, "tags");
        refused("is written for a YAML to come", "%YAML 2.0\n---\nx-a: b\n", 1, "");
        refused("has a second document", "x-a: b\n---\nx-b: c\n", 3, "second document");
        refused("goes on behind its end", "x-a: b\n...\nx-b: c\n", 3, "");
    }

    private void keys() {
        refused("has a key twice", "x-a: b\nx-a: c\n", 2, "stands here twice");
        refused("has a key twice, once in quotes", "x-a: b\n\"x-a\": c\n", 2, "stands here twice");
        refused("has a key twice, once escaped", "x-a: b\n\"x-\\x61\": c\n", 2, "stands here twice");
        refused("has a list for a key", "[a, b]: c\n", 1, "a key must be one word");
        refused("has a map for a key", "{a: b}: c\n", 1, "a key must be one word");
        refused("has a long key", "? [a]\n: b\n", 1, "a key must be one word");
        refused("has an empty key", "lines:\n  : b\n", 2, "");
        refused("has a number for a key", "12: b\n", 1, "nobody knows the key 12");
        refused("has a truth for a key", "true: b\n", 1, "nobody knows the key true");
        refused("has nothing for a key", "~: b\n", 1, "nobody knows the key ~");
        refused("has a very long key", "k".repeat(100_000) + ": b\n", 1, "");
        refused("has the same key ten thousand times", "x-a: b\n".repeat(10_000), 2, "stands here twice");
        refused("has ten thousand keys that nobody knows", many("k%d: b\n", 10_000), 1, "nobody knows");
    }

    private void depth() {
        refused("is thirteen levels deep", "x-a: " + "[".repeat(12) + "]".repeat(12) + "\n", 1, "levels deep");
        refused("is a tower of brackets", "x-a: " + "[".repeat(500_000), 1, "levels deep");
        refused("is a tower of braces", "x-a: " + "{a: ".repeat(200_000), 1, "levels deep");
        refused("is a tower of dashes", "x-a:\n  " + "- ".repeat(200_000) + "b\n", 2, "levels deep");
        refused("is a tower of questions", "? ".repeat(200_000) + "b\n", 1, "levels deep");
        refused(
                "is a staircase",
                IntStream.range(0, 500).mapToObj(i -> " ".repeat(i) + "k:\n").reduce("", String::concat),
                12,
                "levels deep");
    }

    private void size() {
        refused("is over a megabyte", FINE + "x".repeat(1 << 20) + "\n", 1, "over 1 MB");
        refused("is a megabyte of nothing", " ".repeat((1 << 20) + 1), 1, "over 1 MB");
        refused("is a megabyte of newlines", "\n".repeat((1 << 20) + 1), 1, "over 1 MB");
    }

    private void characters() {
        refused("holds a NUL", FINE + "a\0b\n", 1, "characters");
        refused("begins with a NUL", "\0" + FINE + "a\n", 1, "characters");
        refused("rings a bell", FINE + "a\u0007b\n", 1, "characters");
        refused("colours the terminal", FINE + "\u001b[31mred\n", 1, "characters");
        refused("escapes a NUL", FINE + "\"a\\0b\"\n", 1, "control character");
        refused("escapes a NUL in a path", "identity:\n  images:\n    card: \"img/\\0.png\"\n", 3, "control character");
        refused("escapes a colour", FINE + "\"\\e[31mred\"\n", 1, "control character");
        refused("escapes half a character", FINE + "\"\\uD83D\"\n", 1, "");
        refused("escapes the other half", FINE + "\"\\uDE00\"\n", 1, "");
        refused("escapes a character beyond the last", FINE + "\"\\U00110000\"\n", 1, "");
        refused("escapes nothing known", FINE + "\"\\q\"\n", 1, "");
        refused("holds a mark of order inside", FINE + "a\n\uFEFFx-b: c\n", 2, "");
    }

    private void encodings() {
        refused("is UTF-16 with its mark", bytes("\uFEFF" + FINE + "a\n", UTF_16LE), "not UTF-8");
        refused("is UTF-16 the other way", bytes("\uFEFF" + FINE + "a\n", UTF_16BE), "not UTF-8");
        refused("is UTF-16 without its mark", bytes(FINE + "a\n", UTF_16LE), "characters");
        refused("is UTF-32", bytes(FINE + "a\n", Charset.forName("UTF-32BE")), "characters");
        refused("is Latin-1", bytes(FINE + "caf\u00e9\n", ISO_8859_1), "not UTF-8");
        refused("is Big5", bytes(FINE + "茶\n", Charset.forName("Big5")), "not UTF-8");
        refused("is GB 18030", bytes(FINE + "茶\n", Charset.forName("GB18030")), "not UTF-8");
        refused("hides a NUL in two bytes", joined(FINE, 0xC0, 0x80), "not UTF-8");
        refused("holds half a character", joined(FINE, 0xED, 0xA0, 0x80), "not UTF-8");
        refused("ends within a character", joined(FINE, 0xE8, 0x8C), "not UTF-8");
    }

    private void shapes() {
        refused("is indented by a tab", "lines:\n\ttea: b\n", 2, "a tab stands here");
        refused("never closes a bracket", "x-a: [b, c\nx-d: e\n", 0, "");
        refused("never closes a quote", FINE + "\"b\nx-c: d\n", 0, "");
        refused("never closes a brace", "x-a: {b: c\n", 0, "");
        refused("closes what is not open", "x-a: b]\nx-c: ]\n", 2, "");
        refused("puts a list into a line", "x-a: - b\n", 1, "");
        refused("puts a map into a line", "x-a: b: c\n", 1, "");
        refused("mixes a list into a map", "x-a:\n  b: c\n  - d\n", 3, "");
        refused("writes blocks between brackets", "x-a: [\n  b: |\n    c\n]\n", 2, "");
        refused("has an odd indentation", "lines:\n    tea: b\n  coffee: c\n", 3, "");
        refused("is only a list", "- a\n- b\n", 1, "holds no keys");
        refused("is only a text", "hello\n", 1, "holds no keys");
        refused("is a program", "#!/bin/sh\nrm -rf /\n", 2, "holds no keys");
        refused("is JSON that stops", "{\"lines\": {\"tea\": ", 1, "");
    }

    private void values() {
        for (var path : List.of(
                "../../../../etc/passwd",
                "/etc/passwd",
                "img/../../secret.png",
                "C:\\secret.png",
                "file:///etc/passwd",
                "..%2f..%2fetc%2fpasswd",
                "~/.ssh/id_rsa",
                "img/\u202Egnp.exe",
                "img",
                "i".repeat(5_000) + ".png")) {
            var name = path.length() > 40 ? "a very long path" : path;
            refused(
                    "names the picture " + name,
                    "x-a: b\nlines:\n  tea:\n    says: {text: x, media: {image: '" + path + "', alt: y}}\n",
                    4,
                    "there is no file");
        }
        for (var pattern : List.of(
                "(", "(?=a)b", "(a)\\1", "a{2,1}", "[z-a]", "a{1001}", "(a{500}){500}", "((a{100}){100}){100}")) {
            refused(
                    "asks for the pattern " + pattern,
                    "entities:\n  evil:\n    pattern: '" + pattern + "'\n",
                    3,
                    "regular expression");
        }
        refused(
                "asks for a pattern without end",
                "entities:\n  evil:\n    pattern: '" + "(a?)".repeat(20_000) + "'\n",
                3,
                "regular expression");
        refused("counts beyond all numbers", "privacy:\n  minors_under: 99999999999999999999\n", 2, "no whole number");
        refused("keeps for ever", "privacy:\n  retain: {chat: 99999999999d}\n", 2, "");
        refused("lives nowhere", "handoff:\n  hours: {tz: ../../etc/passwd}\n", 2, "");
        refused("opens at noon of no day", "handoff:\n  hours: {mon: '25:61-99:99'}\n", 2, "");
        refused(
                "happens on no day",
                "tests:\n  - {name: a, given: {at: '2026-02-30T25:00+99:00'}, chat: [{they: b}]}\n",
                2,
                "is no moment");
        refused("reads the calendar of another house", "handoff:\n  hours: {holidays: ../../etc/passwd.ics}\n", 2, "");
        refused(
                "looks up what is elsewhere",
                "look_ups:\n  a: {table: ../../../etc/passwd, by: order_no}\n",
                2,
                "there is no file");
    }

    private void harmless() {
        shown("begins with a mark of order", "\uFEFF" + FINE + "a\n");
        shown("is empty", "");
        shown("is a remark", "# nothing here\n");
        shown("is a megabyte of remarks", "# x\n".repeat(250_000));
        shown("holds a very long text", FINE + "茶".repeat(300_000) + "\n");
        shown("holds a very long list", "x-a:\n" + "  - b\n".repeat(100_000));
        shown("holds ten thousand keys of others", many("x-k%d: b\n", 10_000));
        shown("is written for an old YAML", "%YAML 1.1\n---\nx-a: on\n");
        shown("says on, off and 21:00", "x-a: [on, off, yes, no, 21:00, 0o17, 1e999, .nan, ~]\n");
        shown(
                "holds half-ready placeholders",
                FINE + "\"{nickname|{link.privacy}} {{7*7}} ${jndi:ldap://x} {0} %s%n\"\n");
        shown("holds a page's code", FINE + "\"<script>alert(1)</script>\"\n");
        shown("holds a database's code", FINE + "\"'; drop table journal; --\"\n");
        shown("turns its direction", FINE + "\"\u202Eabc\u202C\"\n");
        shown(
                "asks for a slow pattern, which is run fast",
                "entities:\n  evil:\n    pattern: '(a+)+$'\n    example: aaa\n");
        shown("is JSON", "{\"x-a\": {\"b\": [1, 2, {\"c\": null}]}}\n");
        shown("has Windows lines", "x-a: b\r\nx-c:\r\n  - d\r\n");
    }

    private void refused(String kind, String content, int line, String why) {
        all.add(new Hostile(kind, utf8(content), line, why));
    }

    private void refused(String kind, byte[] content, String why) {
        all.add(new Hostile(kind, content, 1, why));
    }

    private void shown(String kind, String content) {
        all.add(new Hostile(kind, utf8(content), -1, ""));
    }

    private static String laughs() {
        var text = new StringBuilder("x-0: &a0 [ha, ha]\n");
        IntStream.range(1, 30)
                .forEach(i -> text.append("x-%d: &a%d [%s]\n"
                        .formatted(i, i, "*a%d,".formatted(i - 1).repeat(9))));
        return text.toString();
    }

    private static String many(String line, int count) {
        var text = new StringBuilder();
        IntStream.range(0, count).forEach(i -> text.append(line.formatted(i)));
        return text.toString();
    }

    private static byte[] joined(String text, int... bytes) {
        var all = new byte[text.length() + bytes.length];
        System.arraycopy(utf8(text), 0, all, 0, text.length());
        IntStream.range(0, bytes.length).forEach(i -> all[text.length() + i] = (byte) bytes[i]);
        return all;
    }

    private static byte[] bytes(String text, Charset charset) {
        return text.getBytes(charset);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }
}
