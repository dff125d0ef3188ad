package io.renhua.connector.wechat;

import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The only reader of XML that strangers send. Knows no document types, so no entities, files or addresses of others; reads characters, so no
 * encoding tricks; goes only so deep and so far.
 */
final class SafeXml {
    private static final int LENGTH = 1 << 20;
    private static final int DEPTH = 16;
    private static final int PARTS = 20_000;

    private SafeXml() {}

    /** The texts of the root's children by name, the first where a name comes twice; empty when it is no such XML. */
    static Optional<Map<String, String>> fields(String document) {
        if (document.length() > LENGTH) {
            return Optional.empty();
        }
        try {
            var reader = factory().createXMLStreamReader(new StringReader(printable(document)));
            try {
                return fields(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
    }

    /** What XML 1.0 can hold: people do send control characters, and the push must not break on them. */
    static String printable(String text) {
        if (text.codePoints().allMatch(SafeXml::allowed)) {
            return text;
        }
        return text.codePoints()
                .filter(SafeXml::allowed)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean allowed(int character) {
        return switch (character) {
            case '\t', '\n', '\r' -> true;
            case 0xFFFE, 0xFFFF -> false;
            default -> character >= 0x20 && !(character >= 0xD800 && character <= 0xDFFF);
        };
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing outside the document is read");
        });
        return factory;
    }

    private static Optional<Map<String, String>> fields(XMLStreamReader reader) throws XMLStreamException {
        var fields = new HashMap<String, String>();
        var text = new StringBuilder();
        int depth = 0;
        for (int part = 0; reader.hasNext(); part++) {
            if (part > PARTS) {
                return Optional.empty();
            }
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > DEPTH) {
                        return Optional.empty();
                    }
                    text.setLength(0);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (depth-- == 2) {
                        fields.putIfAbsent(reader.getLocalName(), text.toString());
                    }
                    text.setLength(0);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(reader.getText());
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
                    return Optional.empty();
                }
                default -> {} // comments, instructions, the document's end: nothing to keep
            }
        }
        return Optional.of(fields);
    }
}
