// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.kibana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SavedObjectFileTest {

    @Test
    void endsWithASummaryThatCountsTheObjects() {
        String text = SavedObjectFile.text(ShippedObjects.all());
        assertThat(text.lines()).hasSize(ShippedObjects.all().size() + 1);
        assertThat(CanonicalJson.parse(text.lines().reduce((a, b) -> b).orElseThrow()))
                .isEqualTo(
                        CanonicalJson.parse(
                                """
                                {"excludedObjects": [], "excludedObjectsCount": 0,
                                 "exportedCount": %d, "missingRefCount": 0, "missingReferences": []}
                                """
                                        .formatted(ShippedObjects.all().size())));
    }

    @Test
    void readsBackWhatItWrote() {
        String text = SavedObjectFile.text(ShippedObjects.all());
        assertThat(SavedObjectFile.text(SavedObjectFile.parse(text))).isEqualTo(text);
    }

    @Test
    void namesTheLineThatIsNoSavedObject() {
        assertThatThrownBy(() -> SavedObjectFile.parse("\n{\"a\": 1}\n"))
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> SavedObjectFile.parse("nonsense")).hasMessageContaining("line 1");
    }

    @Test
    void leavesOutWhatAnExportAddsOfItsOwn() {
        String exported =
                """
                {"attributes":{"title":"x"},"coreMigrationVersion":"8.8.0","created_at":"2026-11-24T00:00:00Z","created_by":"someone","id":"a","references":[],"type":"search","typeMigrationVersion":"10.2.0","updated_at":"2026-11-24T00:00:00Z","version":"WzEsMV0="}
                """;
        assertThat(SavedObjectFile.text(SavedObjectFile.parse(exported)))
                .doesNotContain("someone", "created_at", "updated_at", "WzEsMV0=");
    }
}
