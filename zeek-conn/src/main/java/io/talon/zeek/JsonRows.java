// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.zeek;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads JSON lines: dotted, nested and underscore ids, the tagged form {@code {"conn":{…}}} of
 * zeek-kafka, extension prefixes. Nested objects are read as dotted names.
 */
final class JsonRows {

    private static final int MAX_DEPTH = 16;
    private static final String TAG = "conn";
    private static final String TS = ConnField.TS.zeekName();

    private final JsonFactory factory =
            new JsonFactoryBuilder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                    // A hostile log can provoke collisions; that may cost time, never an exception.
                    .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .build();
    private final UnknownColumns unknown;
    private final Text value = new Text();
    private String otherTag;

    JsonRows(UnknownColumns unknownColumns) {
        unknown = unknownColumns;
    }

    void read(LineSource line, Row row) {
        try (JsonParser json =
                factory.createParser(line.bytes(), line.from(), line.to() - line.from())) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                row.failWhole("is no JSON object");
                return;
            }
            otherTag = null;
            object(json, "", row);
            if (json.nextToken() != null) {
                row.failWhole("goes on after its JSON object");
            } else if (otherTag != null && !row.has(ConnField.TS)) {
                row.path(otherTag);
            } else {
                row.requireCharacteristic();
            }
        } catch (JsonProcessingException e) {
            row.failWhole("is no valid JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            row.failWhole("is no valid JSON: " + e.getMessage());
        }
    }

    private void object(JsonParser json, String prefix, Row row) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = prefix + json.currentName();
            JsonToken token = json.nextToken();
            if (token == JsonToken.START_OBJECT) {
                if (name.equals(TAG)) {
                    row.path(TAG);
                }
                object(json, name.equals(TAG) ? "" : name + ".", row);
            } else {
                member(json, token, name, row);
                noteTag(json, prefix);
            }
        }
    }

    /**
     * A nested record with a time of its own is a tagged record of another log: {@code
     * {"dns":{"ts":…}}}.
     */
    private void noteTag(JsonParser json, String prefix) throws IOException {
        if (!prefix.isEmpty() && TS.equals(json.currentName())) {
            otherTag = prefix.substring(0, prefix.length() - 1);
        }
    }

    private void member(JsonParser json, JsonToken token, String name, Row row) throws IOException {
        ConnField.Binding binding = ConnField.byName(name);
        if (binding == null) {
            unknown.add(name);
        }
        if (token == JsonToken.START_ARRAY) {
            array(json, binding, row);
        } else if (binding != null && token != JsonToken.VALUE_NULL) {
            row.put(binding, text(json, token));
        }
    }

    private Text text(JsonParser json, JsonToken token) throws IOException {
        if (token == JsonToken.VALUE_TRUE) {
            return value.set("true");
        }
        if (token == JsonToken.VALUE_FALSE) {
            return value.set("false");
        }
        int from = json.getTextOffset();
        return value.set(json.getTextCharacters(), from, from + json.getTextLength());
    }

    private static void array(JsonParser json, ConnField.Binding binding, Row row)
            throws IOException {
        if (binding == null) {
            json.skipChildren();
            return;
        }
        List<String> elements = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (!json.currentToken().isScalarValue()) {
                row.fail(binding.name() + " is nested");
                json.skipChildren();
            } else if (json.currentToken() != JsonToken.VALUE_NULL) {
                elements.add(json.getText());
            }
        }
        row.putList(binding, elements);
    }
}
