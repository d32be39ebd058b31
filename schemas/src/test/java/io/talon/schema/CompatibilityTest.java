// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.talon.alert.v1.Alert;
import io.talon.alert.v1.Episode;
import io.talon.anomaly.v1.Anomaly;
import io.talon.anomaly.v1.SequenceSample;
import io.talon.anomaly.v1.SequenceScore;
import io.talon.control.v1.AdaptorRelease;
import io.talon.control.v1.ModelRelease;
import io.talon.control.v1.SiteSettings;
import io.talon.control.v1.Suppression;
import io.talon.deadletter.v1.DeadLetter;
import io.talon.flow.v1.FlowEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** FULL_TRANSITIVE: the present schema reads every committed version and is read by every one. */
class CompatibilityTest {

    static Stream<Schema> records() {
        return Stream.of(
                FlowEvent.getClassSchema(),
                SequenceScore.getClassSchema(),
                Anomaly.getClassSchema(),
                AdaptorRelease.getClassSchema(),
                ModelRelease.getClassSchema(),
                Suppression.getClassSchema(),
                SiteSettings.getClassSchema(),
                SequenceSample.getClassSchema(),
                Alert.getClassSchema(),
                Episode.getClassSchema(),
                DeadLetter.getClassSchema());
    }

    @ParameterizedTest
    @MethodSource("records")
    void readsEveryCommittedVersionAndIsReadByIt(Schema now) {
        assertThat(SchemaHistory.of(now.getFullName()))
                .isNotEmpty()
                .allSatisfy(
                        old -> {
                            assertReads(now, old);
                            assertReads(old, now);
                        });
    }

    @ParameterizedTest
    @MethodSource("records")
    void presentSchemaIsCommittedAsTheNewestVersion(Schema generated) throws IOException {
        Schema now = withoutJavaTypes(generated);
        List<Schema> history = SchemaHistory.of(now.getFullName());
        if (!history.isEmpty() && history.get(history.size() - 1).equals(now)) {
            return;
        }
        Path copy = Path.of("target/history", now.getFullName(), (history.size() + 1) + ".avsc");
        Files.createDirectories(copy.getParent());
        Files.writeString(copy, now.toString(true) + "\n");
        fail("%s changed: commit %s under schemas/history", now.getName(), copy);
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyFieldIsDocumentedAndEveryOptionalOneDefaultsToNull(Schema now) {
        assertThat(now.getFields())
                .allSatisfy(
                        field -> {
                            assertThat(field.doc()).as(field.name()).isNotBlank();
                            if (field.schema().isUnion()) {
                                assertThat(field.schema().getTypes().get(0).getType())
                                        .as(field.name())
                                        .isEqualTo(Schema.Type.NULL);
                                assertThat(field.hasDefaultValue()).as(field.name()).isTrue();
                            }
                        });
    }

    /** As in the .avsc, without what the code generator adds to every string. */
    private static Schema withoutJavaTypes(Schema generated) {
        return new Schema.Parser()
                .parse(
                        generated
                                .toString()
                                .replace(
                                        "{\"type\":\"string\",\"avro.java.string\":\"String\"}",
                                        "\"string\"")
                                .replace(",\"avro.java.string\":\"String\"", ""));
    }

    private static void assertReads(Schema reader, Schema writer) {
        var result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        assertThat(result.getType())
                .as(result.getDescription())
                .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
    }
}
