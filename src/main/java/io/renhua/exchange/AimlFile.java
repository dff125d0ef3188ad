package io.renhua.exchange;

import io.renhua.bundle.CannotTravel;
import io.renhua.text.Wording;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** An AIML file as a tree, and the only reader of XML files. What would read other files, or grow as it is read, is refused. */
final class AimlFile {
    private static final String DEEPEST = "60";

    private AimlFile() {}

    /** Its {@code aiml} element. */
    static Element read(Path file) {
        var name = String.valueOf(file.getFileName());
        try {
            var root = builder()
                    .parse(new ByteArrayInputStream(ForeignFile.bytes(file)))
                    .getDocumentElement();
            if (!root.getLocalName().equals("aiml")) {
                throw new CannotTravel(Wording.of(
                        "It is refused: %s is XML, and no AIML. Write instead: a file that begins with <aiml>.", name));
            }
            return root;
        } catch (SAXParseException e) {
            throw new CannotTravel(Wording.of(
                    "It is refused: %s cannot be read in line %s, column %s: %s",
                    name,
                    e.getLineNumber(),
                    e.getColumnNumber(),
                    ForeignText.sentence(String.valueOf(e.getMessage()))));
        } catch (SAXException e) {
            throw new CannotTravel(Wording.of(
                    "It is refused: %s cannot be read: %s",
                    name, ForeignText.sentence(String.valueOf(e.getMessage()))));
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }

    /** Elements of a name that stand directly below another. */
    static List<Element> children(Node parent, String name) {
        return nodes(parent)
                .filter(node -> node instanceof Element element && name(element).equals(name))
                .map(Element.class::cast)
                .toList();
    }

    static Stream<Node> nodes(Node parent) {
        var all = parent.getChildNodes();
        return IntStream.range(0, all.getLength()).mapToObj(all::item);
    }

    static String name(Node element) {
        var name = element.getLocalName();
        return name == null ? "" : name;
    }

    private static DocumentBuilder builder() {
        try {
            var factory = DocumentBuilderFactory.newNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute("http://www.oracle.com/xml/jaxp/properties/maxElementDepth", DEEPEST);
            factory.setIgnoringComments(true);
            factory.setCoalescing(true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler()); // the other one prints
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every Java reads XML with these bounds", e);
        }
    }
}
