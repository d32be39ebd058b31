// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.kibana;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Saved objects as they lie in git: {@code <type>/<id>.json}, and for a dashboard's panels {@code
 * dashboard/<id>/<panel>.json}. Decoded, keys in order, so that a change shows as what it is.
 *
 * <p>Immutable.
 */
public final class SavedObjectFolder {
    /** In the order in which an import needs them: what is used before what uses it. */
    private static final List<String> TYPES = List.of("index-pattern", "search", "dashboard");

    private final Path root;

    /**
     * @param root the folder that holds one folder for each type
     */
    public SavedObjectFolder(Path root) {
        this.root = root;
    }

    /**
     * The objects in packed form; data views first, by id within a type.
     *
     * @throws IOException if a file cannot be read or is not what its place says; names the file
     */
    public List<SavedObject> read() throws IOException {
        List<SavedObject> objects = new ArrayList<>();
        for (String type : TYPES) {
            for (Path file : jsonFiles(root.resolve(type))) {
                objects.add(readOne(type, file));
            }
        }
        return objects;
    }

    /**
     * Writes the sources of these objects over what lies there; files of other objects stay.
     *
     * @throws IllegalArgumentException if an object is of a type that has no place here
     */
    public void write(List<SavedObject> objects) throws IOException {
        for (SavedObject object : objects) {
            if (!TYPES.contains(object.type())) {
                throw new IllegalArgumentException(
                        object.key() + ": only objects of the types " + TYPES + " are kept");
            }
            Path file = root.resolve(object.type()).resolve(object.id() + ".json");
            if (object.type().equals("dashboard")) {
                writeDashboard(file, DashboardSource.unpacked(object));
            } else {
                ObjectNode json = object.json();
                json.set(
                        "attributes",
                        EncodedAttributes.decoded(object.type(), object.attributes()));
                writeOne(file, json);
            }
        }
    }

    private SavedObject readOne(String type, Path file) throws IOException {
        ObjectNode json = object(file);
        SavedObject frame = SavedObject.of(json);
        if (!frame.type().equals(type) || !file.endsWith(frame.id() + ".json")) {
            throw new IOException(
                    file
                            + " holds "
                            + frame.key()
                            + "; the place of that is "
                            + frame.key()
                            + ".json");
        }
        if (!type.equals("dashboard")) {
            return new SavedObject(
                    type,
                    frame.id(),
                    frame.typeMigrationVersion(),
                    EncodedAttributes.encoded(type, frame.attributes()),
                    frame.references());
        }
        Map<String, ObjectNode> panels = new TreeMap<>();
        for (Path panel : jsonFiles(panelFolder(file))) {
            panels.put(nameOf(panel), object(panel));
        }
        try {
            return new DashboardSource(json, panels).packed();
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    private static void writeDashboard(Path file, DashboardSource source) throws IOException {
        writeOne(file, source.head());
        Path folder = panelFolder(file);
        for (Path old : jsonFiles(folder)) {
            if (!source.panels().containsKey(nameOf(old))) {
                Files.delete(old);
            }
        }
        for (Map.Entry<String, ObjectNode> panel : source.panels().entrySet()) {
            writeOne(folder.resolve(panel.getKey() + ".json"), panel.getValue());
        }
    }

    private static void writeOne(Path file, ObjectNode json) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, CanonicalJson.pretty(json));
    }

    private static Path panelFolder(Path dashboard) {
        return dashboard.resolveSibling(nameOf(dashboard));
    }

    private static String nameOf(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ".json".length());
    }

    private static ObjectNode object(Path file) throws IOException {
        if (CanonicalJson.read(file) instanceof ObjectNode object) {
            return object;
        }
        throw new IOException(file + " is not a JSON object");
    }

    private static List<Path> jsonFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        }
    }
}
