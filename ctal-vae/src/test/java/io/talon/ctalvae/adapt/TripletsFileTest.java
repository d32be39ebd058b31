// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.adapt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TripletsFileTest {
    @TempDir Path folder;

    private List<Triplet> read(String json) throws IOException {
        return TripletsFile.read(Files.writeString(folder.resolve("t.json"), json));
    }

    @Test
    void readsTripletsWithAndWithoutPartners() throws IOException {
        assertThat(
                        read(
                                "[{\"anchor\":\"A\",\"positive\":\"P\",\"negative\":\"N\"},{\"anchor\":\"B\",\"positive\":null,\"negative\":null},{\"anchor\":\"C\"}]"))
                .containsExactly(
                        new Triplet("A", "P", "N"),
                        new Triplet("B", null, null),
                        new Triplet("C", null, null));
        assertThat(read("[]")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {}                               | expected a list of
                    [3]                              | triplet 1 is 3, expected
                    [{}]                             | triplet 1 has no anchor
                    [{"anchor":null}]                | triplet 1 has no anchor
                    [{"anchor":7}]                   | triplet 1: anchor is 7, expected a uid or null
                    [{"anchor":""}]                  | triplet 1: anchor is the text "", expected
                    [{"anchor":"A"},{"anchor":"B","negativ":"N"}] | triplet 2 has "negativ"; expected anchor, positive, negative
                    [{"anchor":"A"}                  | not JSON
                    [{"anchor":"A"}] x               | not JSON
                    [{"anchor":"A","anchor":"B"}]    | not JSON
                    anchor,positive                  | not JSON
                    """)
    void otherShapesAreRefusedByPlaceAndReason(String json, String reason) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("t.json: ")
                .hasMessageContaining(reason);
    }

    @Test
    void emptyFilesAreRefused() {
        assertThatThrownBy(() -> read(""))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("t.json");
    }

    @Test
    void missingFilesAreNamed() {
        assertThatThrownBy(() -> TripletsFile.read(folder.resolve("none.json")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("none.json: there is no such file");
    }
}
