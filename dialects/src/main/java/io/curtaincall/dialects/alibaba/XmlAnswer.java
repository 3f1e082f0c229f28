package io.curtaincall.dialects.alibaba;

import io.curtaincall.dialects.alibaba.Answer.Items;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes an answer as XML 1.0. What XML cannot hold becomes U+FFFD; a carriage return is escaped, so that it stays. */
final class XmlAnswer {
    private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();
    private final XMLStreamWriter writer;

    private XmlAnswer(XMLStreamWriter writer) {
        this.writer = writer;
    }

    static byte[] bytes(String root, Answer answer) {
        StringWriter text = new StringWriter().append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        try {
            XMLStreamWriter writer = XML.createXMLStreamWriter(text);
            new XmlAnswer(writer).write(root, answer);
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("an answer cannot be written", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(String name, Object value) throws XMLStreamException {
        if (value instanceof Items items && items.all().isEmpty()) {
            writer.writeEmptyElement(name);
            return;
        }
        writer.writeStartElement(name);
        switch (value) {
            case Answer answer -> {
                for (Map.Entry<String, Object> field : answer.fields().entrySet()) {
                    write(field.getKey(), field.getValue());
                }
            }
            case Items items -> {
                for (Answer item : items.all()) write(items.element(), item);
            }
            default -> writeText(String.valueOf(value));
        }
        writer.writeEndElement();
    }

    private void writeText(String text) throws XMLStreamException {
        StringBuilder run = new StringBuilder();
        int[] codePoints = text.codePoints().toArray();
        for (int c : codePoints) {
            if (c == '\r') {
                writer.writeCharacters(run.toString());
                writer.writeEntityRef("#xD");
                run.setLength(0);
            } else run.appendCodePoint(isLegal(c) ? c : 0xFFFD);
        }
        writer.writeCharacters(run.toString());
    }

    private static boolean isLegal(int c) {
        return c == '\t' || c == '\n' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }
}
