package io.curtaincall.dispatch.hook.server;

import java.io.ByteArrayInputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The XML in which OvenMediaEngine lists what it has recorded. Nothing in it can name anything outside of it. */
final class RecordsXml {
    private static final String RECORD = "file";
    /** Without {@code metadata}, which is the customers' own. */
    private static final Set<String> ALLOWED = Set.of(
            "transactionId",
            "id",
            "vhost",
            "app",
            "stream",
            "filePath",
            "recordBytes",
            "recordTime",
            "sequence",
            "lastSequence",
            "startTime",
            "finishTime");

    /** With a zone that has a colon in it or has not, as versions differ. */
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX]")
            .toFormatter();

    private RecordsXml() {}

    static boolean isXml(byte[] body) {
        for (byte b : body) if (!Character.isWhitespace(b)) return b == '<';
        return false;
    }

    /** The records as far as the XML can be read: it may be posted while the server writes to it. */
    static List<Map<String, String>> read(byte[] xml) {
        List<Map<String, String>> records = new ArrayList<>();
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new ByteArrayInputStream(xml));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals(RECORD)) {
                    records.add(record(reader));
                }
            }
        } catch (XMLStreamException e) {
            return records;
        }
        return records;
    }

    private static Map<String, String> record(XMLStreamReader reader) throws XMLStreamException {
        Map<String, String> fields = new HashMap<>();
        while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
            String name = reader.getLocalName();
            String text = reader.getElementText().strip();
            if (ALLOWED.contains(name)) fields.putIfAbsent(name, text);
        }
        return fields;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text, TIME).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
