// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DocumentsReferenceTest {
    private static final Path PAGE = Path.of("../docs/reference/documents.md");

    @Test
    void everyFieldOfTheTemplatesHasAMeaningAndNoOtherHas() throws IOException {
        assertThat(DocumentsReference.meanings().keySet())
                .isEqualTo(
                        DocumentsReference.fields().values().stream()
                                .map(Map::keySet)
                                .flatMap(fields -> fields.stream())
                                .filter(field -> !field.startsWith("talon.feature"))
                                .map(DocumentsReference::entry)
                                .collect(Collectors.toSet()));
    }

    @Test
    void thePageIsCurrent() throws IOException {
        String text = DocumentsReference.text();
        if (System.getProperty("talon.reference", "").equals("write")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, text);
        }
        assertThat(Files.readString(PAGE))
                .as("its second line says how to write it")
                .isEqualTo(text);
    }
}
