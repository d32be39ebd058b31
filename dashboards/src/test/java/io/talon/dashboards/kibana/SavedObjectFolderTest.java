// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.kibana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedObjectFolderTest {
    private static final Path SOURCES = Path.of("src/kibana");
    private static final Path PACKED =
            Path.of("src/main/resources/io/talon/dashboards/kibana/talon.ndjson");

    @TempDir private Path folder;

    @Test
    void theCommittedFileIsWhatTheSourcesPackTo() throws IOException {
        String packed = SavedObjectFile.text(new SavedObjectFolder(SOURCES).read());
        assertThat(packed)
                .as("run ./talon kibana pack and commit the result")
                .isEqualTo(Files.readString(PACKED));
    }

    @Test
    void unpackingThePackedFileGivesTheSourcesByteForByte() throws IOException {
        new SavedObjectFolder(folder).write(ShippedObjects.all());
        assertThat(contents(folder)).isEqualTo(contents(SOURCES));
    }

    @Test
    void unpackingAgainDropsThePanelsThatAreGone() throws IOException {
        new SavedObjectFolder(folder).write(ShippedObjects.all());
        Path gone = folder.resolve("dashboard/talon-overview/gone.json");
        Files.writeString(gone, "{}");
        new SavedObjectFolder(folder).write(ShippedObjects.all());
        assertThat(gone).doesNotExist();
    }

    @Test
    void namesTheDashboardWhosePanelsAndPlacesDiffer() throws IOException {
        new SavedObjectFolder(folder).write(ShippedObjects.all());
        Files.delete(folder.resolve("dashboard/talon-overview/recent.json"));
        assertThatThrownBy(() -> new SavedObjectFolder(folder).read())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("talon-overview.json")
                .hasMessageContaining("recent");
    }

    @Test
    void namesTheFileThatIsNotWhatItsPlaceSays() throws IOException {
        new SavedObjectFolder(folder).write(ShippedObjects.all());
        Path search = folder.resolve("search/talon-anomalies.json");
        Files.move(search, search.resolveSibling("other.json"));
        assertThatThrownBy(() -> new SavedObjectFolder(folder).read())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("other.json holds search/talon-anomalies");
    }

    @Test
    void namesTheFileThatIsNotJson() throws IOException {
        new SavedObjectFolder(folder).write(ShippedObjects.all());
        Files.writeString(folder.resolve("search/talon-anomalies.json"), "{]");
        assertThatThrownBy(() -> new SavedObjectFolder(folder).read())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("talon-anomalies.json: not JSON");
    }

    @Test
    void refusesObjectsThatHaveNoPlace() {
        SavedObject map = new SavedObject("map", "m", "8.0.0", CanonicalJson.object(), List.of());
        assertThatThrownBy(() -> new SavedObjectFolder(folder).write(List.of(map)))
                .hasMessageContaining("map/m");
    }

    private static TreeMap<String, String> contents(Path root) throws IOException {
        TreeMap<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(
                        root.relativize(file).toString(),
                        Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return contents;
    }
}
