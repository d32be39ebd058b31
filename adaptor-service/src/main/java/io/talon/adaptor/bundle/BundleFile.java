// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.bundle;

import io.talon.adaptor.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The ZIP of a bundle: exactly four files whose names are fixed. Sizes are counted while unpacking;
 * what the ZIP claims is not believed, and no name of it becomes a path.
 */
final class BundleFile {
    static final String MANIFEST = "manifest.json";
    static final String SIGNATURE = "manifest.sig";
    static final String ADAPTOR = "adaptor.talon";
    static final String CARD = "report-card.json";

    private static final int KILO = 1024;

    private static final Map<String, Integer> LARGEST =
            Map.of(
                    MANIFEST, 16 * KILO,
                    SIGNATURE, KILO,
                    ADAPTOR, 4 * KILO * KILO,
                    CARD, KILO * KILO);

    private BundleFile() {}

    static byte[] pack(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : new LinkedHashMap<>(files).entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new IllegalStateException("memory is always writable", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Unpacks a bundle.
     *
     * @throws ProblemException if it is none
     */
    static Map<String, byte[]> unpack(byte[] bundle) {
        Map<String, byte[]> files = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Integer largest = LARGEST.get(entry.getName());
                if (largest == null || files.containsKey(entry.getName())) {
                    throw refused("it holds a file that no bundle has, or one twice");
                }
                byte[] content = zip.readNBytes(largest + 1);
                if (content.length > largest) {
                    throw refused(entry.getName() + " unpacks to more than " + largest + " bytes");
                }
                files.put(entry.getName(), content);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw refused("it is cut or no ZIP");
        }
        if (files.size() != LARGEST.size()) {
            throw refused("it does not hold " + String.join(", ", LARGEST.keySet()));
        }
        return files;
    }

    static ProblemException refused(String reason) {
        return ProblemException.unusable(
                "not-a-bundle",
                "this is no bundle: " + reason,
                "Export it again, and send the file as it is.");
    }
}
