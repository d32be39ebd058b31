// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which server it is, and its version. */
public record ServerVersion(Product product, int major, int minor, int patch) {

    /** What answers. */
    public enum Product {
        ELASTICSEARCH("Elasticsearch", "8.19 and 9.x"),
        OPENSEARCH("OpenSearch", "2.19 and 3.x");

        private final String words;
        private final String supported;

        Product(String words, String supported) {
            this.words = words;
            this.supported = supported;
        }

        /** The versions of it that Talon supports, in words. */
        public String supported() {
            return supported;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    private static final Pattern FORM = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+).*");

    static ServerVersion parse(Product product, String text) throws IOException {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IOException(product + " gives '" + text + "' as its version");
        }
        return new ServerVersion(
                product,
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)));
    }

    /** Whether Talon supports it. */
    public boolean isSupported() {
        return switch (product) {
            case ELASTICSEARCH -> major == 9 || major == 8 && minor >= 19;
            case OPENSEARCH -> major == 3 || major == 2 && minor >= 19;
        };
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
