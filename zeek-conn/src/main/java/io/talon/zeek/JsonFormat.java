// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.zeek;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Collectors;

/** Zeek's JSON writer: one object per line, dotted names, absent members left out. */
final class JsonFormat implements ConnWriter.RowFormat {

    private final JsonFactory factory = new JsonFactory();
    private final List<ConnField> fields;
    private final StringBuilder decimal = new StringBuilder();

    JsonFormat(List<ConnField> fields) {
        this.fields = fields;
    }

    @Override
    public void write(Conn conn, OutputStream out) throws IOException {
        try (JsonGenerator json = factory.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
            json.writeStartObject();
            for (ConnField field : fields) {
                Object value = field.of(conn);
                boolean absent = value == null || value instanceof List<?> list && list.isEmpty();
                if (!absent) {
                    json.writeFieldName(field.zeekName());
                    value(json, field.type(), value);
                }
            }
            json.writeEndObject();
        }
        out.write('\n');
    }

    @Override
    public void end(OutputStream out) {
        // JSON lines have no footer.
    }

    private void value(JsonGenerator json, ZeekType type, Object value) throws IOException {
        switch (type) {
            case TIME, INTERVAL -> {
                decimal.setLength(0);
                DecimalSeconds.append(decimal, (Long) value);
                json.writeNumber(decimal.toString());
            }
            case BOOL -> json.writeBoolean((Boolean) value);
            case COUNT, INT, PORT -> json.writeNumber(((Number) value).longValue());
            case COMMA_STRING ->
                    json.writeString(
                            ((List<?>) value)
                                    .stream()
                                            .map(Object::toString)
                                            .collect(Collectors.joining(",")));
            case SET -> {
                json.writeStartArray();
                for (Object element : (List<?>) value) {
                    json.writeString((String) element);
                }
                json.writeEndArray();
            }
            case ADDR, ENUM, STRING -> json.writeString((String) value);
        }
    }
}
