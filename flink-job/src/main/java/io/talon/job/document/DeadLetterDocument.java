// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.talon.deadletter.v1.DeadLetter;
import io.talon.job.flow.DeadLetters;
import io.talon.job.flow.Sha256;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/**
 * The ECS document of a dead letter, for {@code logs-talon.dlq-<tenant>}. Every value has a type
 * that the template fixes, so that it cannot be refused in its turn.
 */
public final class DeadLetterDocument {

    /** Where dead letters go whose tenant is not known. */
    public static final String NO_TENANT = "unassigned";

    static final String DATASET = "talon.dlq";
    private static final int RAW_BYTES = 8 * 1024;

    private DeadLetterDocument() {}

    /** The dead letter of a document that an index refused. */
    public static DeadLetter ofRefused(Document refused, String reason, Instant at) {
        return DeadLetters.of("index", reason, refused.json(), at)
                .setTenant(refused.index().substring(refused.index().lastIndexOf('-') + 1))
                .setIndex(refused.index())
                .setDocumentId(refused.id())
                .build();
    }

    /** Whether the document is itself a dead letter. */
    public static boolean isOne(Document document) {
        return document.index().startsWith("logs-" + DATASET + "-");
    }

    /** The document. */
    public static Document of(DeadLetter letter) {
        String tenant = letter.getTenant() == null ? NO_TENANT : letter.getTenant();
        byte[] raw = new byte[letter.getRaw().remaining()];
        letter.getRaw().duplicate().get(raw);
        String id = id(letter, raw);
        ObjectNode root = Json.object();
        root.put("@timestamp", letter.getAt().toString());
        Json.dataStream(root, "logs", DATASET, tenant);
        Json.text(
                root, "message", "%s refused: %s".formatted(letter.getStage(), letter.getReason()));
        ObjectNode event = root.putObject("event");
        event.put("kind", "pipeline_error").put("module", "talon").put("dataset", DATASET);
        event.put("id", id).put("outcome", "failure");
        Json.text(root.putObject("error"), "message", letter.getReason());
        root.putObject("organization").put("id", tenant);
        if (letter.getSite() != null) {
            root.putObject("labels").put("site", letter.getSite());
        }
        ObjectNode own = root.putObject("talon").putObject("dead_letter");
        own.put("stage", letter.getStage());
        Json.text(own, "topic", letter.getTopic());
        if (letter.getPartition() != null) {
            own.put("partition", letter.getPartition());
        }
        Json.number(own, "offset", letter.getOffset());
        Json.text(own, "file", letter.getFile());
        Json.number(own, "line", letter.getLine());
        Json.text(own, "index", letter.getIndex());
        Json.text(own, "document_id", letter.getDocumentId());
        own.put("raw_length", letter.getRawLength());
        byte[] shown = raw.length > RAW_BYTES ? Arrays.copyOf(raw, RAW_BYTES) : raw;
        own.put("raw", Base64.getEncoder().encodeToString(shown));
        return Json.document(root, "logs", DATASET, tenant, id);
    }

    /** The same input refused again, after a restart, is the same document. */
    private static String id(DeadLetter letter, byte[] raw) {
        return Sha256.ofParts(
                letter.getStage(),
                letter.getTopic(),
                letter.getPartition(),
                letter.getOffset(),
                letter.getFile(),
                letter.getLine(),
                letter.getIndex(),
                letter.getDocumentId(),
                Sha256.of(raw));
    }
}
