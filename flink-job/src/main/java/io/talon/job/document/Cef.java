// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.StringJoiner;

/**
 * An anomaly in ArcSight's Common Event Format, version 0: what SIEMs take that know no ECS. Field
 * names and sizes as in the CEF Implementation Standard, revision 26.
 */
public final class Cef {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_TEXT = 1023;

    private Cef() {}

    /**
     * One line, without a line end.
     *
     * @throws IllegalArgumentException if the document is not JSON
     */
    public static String of(Document document) {
        JsonNode json = json(document);
        return "CEF:0|Talon|Talon|%s|%s|%s|%d|%s"
                .formatted(
                        header(text(json, "/talon/model/version")),
                        header(text(json, "/rule/id")),
                        header(text(json, "/rule/name")),
                        severity(json.at("/event/severity").asInt()),
                        extension(json));
    }

    /** When it happened. */
    public static Instant time(Document document) {
        return Instant.parse(text(json(document), "/@timestamp"));
    }

    /** {@code event.severity} of the document: 21, 47, 73 or 99. */
    public static int severity(Document document) {
        return json(document).at("/event/severity").asInt();
    }

    /** Elastic's four levels on CEF's scale of ten: low, medium, high, very high. */
    private static int severity(int elastic) {
        if (elastic >= 99) {
            return 10;
        }
        return elastic >= 73 ? 8 : elastic >= 47 ? 5 : 3;
    }

    private static String extension(JsonNode json) {
        StringJoiner fields = new StringJoiner(" ");
        add(fields, "rt", millis(json, "/@timestamp"));
        add(fields, "start", millis(json, "/event/start"));
        add(fields, "end", millis(json, "/event/end"));
        address(fields, text(json, "/source/ip"), "src", "c6a2", "Source IPv6 Address");
        add(fields, "spt", text(json, "/source/port"));
        address(fields, text(json, "/destination/ip"), "dst", "c6a3", "Destination IPv6 Address");
        add(fields, "dpt", text(json, "/destination/port"));
        add(fields, "proto", text(json, "/network/transport"));
        add(fields, "app", text(json, "/network/protocol"));
        add(fields, "in", text(json, "/source/bytes"));
        add(fields, "out", text(json, "/destination/bytes"));
        add(fields, "dvchost", text(json, "/observer/name"));
        add(fields, "externalId", text(json, "/event/id"));
        add(fields, "reason", text(json, "/event/reason"));
        custom(fields, "cs1", "tenant", text(json, "/organization/id"));
        custom(fields, "cs2", "site", text(json, "/talon/site/id"));
        custom(fields, "cs3", "uids", list(json.at("/talon/sequence/uids")));
        custom(fields, "cs4", "topFeatures", list(json.at("/talon/top_features")));
        custom(fields, "cs5", "adaptor", text(json, "/talon/adaptor/version"));
        custom(fields, "cs6", "communityId", text(json, "/network/community_id"));
        custom(fields, "cfp1", "recordScore", text(json, "/talon/anomaly/record_score"));
        custom(fields, "cfp2", "probability", text(json, "/talon/anomaly/probability"));
        add(fields, "msg", text(json, "/message"));
        return fields.toString();
    }

    /** CEF's own address fields hold IPv4 alone. */
    private static void address(
            StringJoiner fields, String address, String v4, String v6, String label) {
        if (address.indexOf(':') < 0) {
            add(fields, v4, address);
        } else {
            custom(fields, v6, label, address);
        }
    }

    private static void custom(StringJoiner fields, String key, String label, String value) {
        if (!value.isEmpty()) {
            add(fields, key + "Label", label);
            add(fields, key, value);
        }
    }

    private static void add(StringJoiner fields, String key, String value) {
        if (!value.isEmpty()) {
            String cut = value.length() <= LONGEST_TEXT ? value : value.substring(0, LONGEST_TEXT);
            fields.add(
                    key
                            + "="
                            + cut.replace("\\", "\\\\")
                                    .replace("=", "\\=")
                                    .replace("\r", "")
                                    .replace("\n", "\\n"));
        }
    }

    private static String header(String text) {
        return text.replace("\\", "\\\\").replace("|", "\\|").replaceAll("[\r\n]+", " ");
    }

    private static String millis(JsonNode json, String pointer) {
        String text = text(json, pointer);
        return text.isEmpty() ? "" : Long.toString(Instant.parse(text).toEpochMilli());
    }

    private static String text(JsonNode json, String pointer) {
        return json.at(pointer).asText();
    }

    private static String list(JsonNode array) {
        StringJoiner list = new StringJoiner(",");
        array.forEach(each -> list.add(each.asText()));
        return list.toString();
    }

    private static JsonNode json(Document document) {
        try {
            return JSON.readTree(document.json());
        } catch (IOException e) {
            throw new IllegalArgumentException("document " + document.id() + " is not JSON", e);
        }
    }
}
