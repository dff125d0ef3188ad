package io.renhua.connector.wechat;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SafeXmlTest {
    private static final String SECRET = "what only the file says";

    @TempDir
    private Path folder;

    @Test
    void readsTheTextsOfTheRootsChildren() {
        var fields = SafeXml.fields("<xml><A><![CDATA[甲<&>🍵]]></A> <B>1 &lt; 2 &amp; &#27888;</B><C/></xml>");

        assertThat(fields.orElseThrow()).containsOnly(entry("A", "甲<&>🍵"), entry("B", "1 < 2 & 泰"), entry("C", ""));
    }

    @Test
    void leavesOutWhatIsNested() {
        var fields = SafeXml.fields("<xml><List><Sender>eve</Sender></List><Sender>pao</Sender></xml>");

        assertThat(fields.orElseThrow()).containsOnly(entry("List", ""), entry("Sender", "pao"));
    }

    @Test
    void takesTheFirstOfTwo() {
        var fields = SafeXml.fields("<xml><Sender>pao</Sender><Sender>eve</Sender></xml>");

        assertThat(fields.orElseThrow()).containsOnly(entry("Sender", "pao"));
    }

    @Test
    void joinsATextOfSeveralParts() {
        var fields = SafeXml.fields("<xml><A>one<![CDATA[ ]]]]><![CDATA[> ]]>two<!-- no word --> three</A></xml>");

        assertThat(fields.orElseThrow()).containsOnly(entry("A", "one ]]> two three"));
    }

    @Test
    void keepsNamespacesApart() {
        var fields = SafeXml.fields("<xml xmlns:e='urn:e'><e:Sender>eve</e:Sender><Sender>pao</Sender></xml>");

        assertThat(fields.orElseThrow()).contains(entry("Sender", "pao"));
    }

    @Test
    void readsMessagesWithCharactersThatXmlForbids() {
        var fields = SafeXml.fields("<xml><A><![CDATA[a\u0000b\u0008c\uFFFEd\uD83D]]></A></xml>");

        assertThat(fields.orElseThrow()).containsOnly(entry("A", "abcd"));
    }

    @Test
    void readsTheWordDoctypeWhereItIsOnlyAWord() {
        var fields = SafeXml.fields("<xml><A><![CDATA[<!DOCTYPE html>]]></A></xml>");

        assertThat(fields.orElseThrow()).containsOnly(entry("A", "<!DOCTYPE html>"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void refusesWhatIsNoXml(String document) {
        assertThat(SafeXml.fields(document)).isEmpty();
    }

    static Stream<String> broken() {
        return Stream.of(
                "",
                "   ",
                "hello",
                "<xml>",
                "<xml><A></xml>",
                "<xml><A>1</B></xml>",
                "<xml></xml><xml></xml>",
                "<xml><A>&unknown;</A></xml>",
                "<xml><A><![CDATA[never closed</A></xml>",
                "<xml><A>]]></A></xml>",
                "<xml><A b=1/></xml>",
                "<xml><A b='1' b='2'/></xml>",
                "<xml><A>&#0;</A></xml>",
                "<xml><A>&#xD800;</A></xml>",
                "<xml><A>&#x110000;</A></xml>",
                "<?xml version='1.0'?><?xml version='1.0'?><xml/>",
                "<?xml version='9.9'?><xml/>",
                "<xml>" + "<a>".repeat(10_000) + "</a>".repeat(10_000) + "</xml>",
                "<a>".repeat(500_000),
                "<xml>" + "<a/>".repeat(50_000) + "</xml>",
                "<xml a='" + "x".repeat(2_000_000) + "'/>",
                "<xml><A>" + "x".repeat(2_000_000) + "</A></xml>",
                "<xml>" + "<!---->".repeat(100_000) + "</xml>");
    }

    /** Every attack, written plainly, in a comment's neighbourhood and in other encodings: refused or harmless. */
    @Test
    void readsNoFileAndCallsNobody() throws IOException {
        var file = Files.writeString(folder.resolve("secret.txt"), SECRET);
        try (var server = new ServerSocket(0)) {
            var address = "http://127.0.0.1:" + server.getLocalPort() + "/x";
            var calls = new AtomicInteger();
            Thread.ofVirtual().start(() -> count(server, calls));

            for (var attack : attacks(file.toUri().toString(), address)) {
                for (var body : written(attack)) {
                    var read = Fields.read(body);

                    assertThat(read.map(Fields::values).toString())
                            .as(attack)
                            .doesNotContain(SECRET)
                            .hasSizeLessThan(10_000);
                }
            }
            assertThat(calls).hasValue(0);
        }
    }

    @ParameterizedTest
    @MethodSource("documentTypes")
    void refusesEveryDocumentType(String document) {
        assertThat(SafeXml.fields(document)).isEmpty();
    }

    static Stream<String> documentTypes() {
        return attacks("file:///etc/hostname", "http://127.0.0.1:1/x").stream()
                .filter(attack -> attack.contains("<!DOCTYPE"));
    }

    private static void count(ServerSocket server, AtomicInteger calls) {
        try {
            while (true) {
                server.accept().close();
                calls.incrementAndGet();
            }
        } catch (IOException e) {
            // closed: the test is over
        }
    }

    private static List<String> attacks(String file, String address) {
        var attacks = new ArrayList<String>();
        for (var target : List.of(
                file,
                address,
                "jar:" + address + "!/a",
                "netdoc:" + file,
                "ftp://127.0.0.1/x",
                "gopher://127.0.0.1/x",
                "\\\\127.0.0.1\\share\\x",
                "../../etc/hostname")) {
            attacks.add(type("<!ENTITY e SYSTEM '" + target + "'>", "<A>&e;</A>"));
            attacks.add(type("<!ENTITY e PUBLIC 'p' '" + target + "'>", "<A>&e;</A>"));
            attacks.add(type("<!ENTITY % p SYSTEM '" + target + "'> %p;", "<A>1</A>"));
            attacks.add(type("<!ENTITY % p '<!ENTITY e SYSTEM \"" + target + "\">'> %p;", "<A>&e;</A>"));
            attacks.add(type("<!ENTITY e SYSTEM '" + target + "' NDATA n>", "<A b='e'>1</A>"));
            attacks.add("<!DOCTYPE xml SYSTEM '" + target + "'><xml><A>1</A></xml>");
            attacks.add("<!DOCTYPE xml PUBLIC 'p' '" + target + "'><xml><A>1</A></xml>");
            attacks.add("<xml xmlns:xi='http://www.w3.org/2001/XInclude'><A><xi:include href='" + target
                    + "' parse='text'/></A></xml>");
            attacks.add("<xml xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='urn:a " + target
                    + "'><A>1</A></xml>");
            attacks.add("<?xml-stylesheet href='" + target + "'?><xml><A>1</A></xml>");
            attacks.add("<xml><A>1</A></xml><!DOCTYPE xml SYSTEM '" + target + "'>");
        }
        attacks.add(type("", "<A>1</A>"));
        attacks.add("<!DOCTYPE xml><xml><A>1</A></xml>");
        attacks.add(type("<!ENTITY e 'inside'>", "<A>&e;</A>"));
        attacks.add(type("<!ATTLIST xml a CDATA 'x'>", "<A>1</A>"));
        attacks.add(type("<!ELEMENT xml ANY>", "<A>1</A>"));
        attacks.add(type(laughs(), "<A>&l9;</A>"));
        attacks.add(type("<!ENTITY e '" + "x".repeat(50_000) + "'>", "<A>" + "&e;".repeat(50_000) + "</A>"));
        attacks.add(type("<!ENTITY a '&b;'><!ENTITY b '&a;'>", "<A>&a;</A>"));
        return attacks;
    }

    private static String laughs() {
        var laughs = new StringBuilder("<!ENTITY l0 'lol'>");
        for (int i = 1; i < 10; i++) {
            laughs.append("<!ENTITY l")
                    .append(i)
                    .append(" '")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("'>");
        }
        return laughs.toString();
    }

    private static String type(String declarations, String content) {
        return "<!DOCTYPE xml [" + declarations + "]><xml>" + content + "</xml>";
    }

    private static List<byte[]> written(String attack) {
        return List.of(
                attack.getBytes(UTF_8),
                ("\uFEFF" + attack).getBytes(UTF_8),
                declared("UTF-8", attack).getBytes(UTF_8),
                declared("UTF-7", attack).replace("<", "+ADw-").getBytes(UTF_8),
                declared("UTF-16", attack).getBytes(UTF_16),
                declared("IBM037", attack).getBytes(Charset.forName("IBM037")));
    }

    private static String declared(String encoding, String attack) {
        return "<?xml version='1.0' encoding='" + encoding + "' standalone='no'?>" + attack;
    }
}
