// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of an Elasticsearch server. */
public record ServerVersion(int major, int minor, int patch) {
    /** What Talon supports, in words. */
    public static final String SUPPORTED = "8.19 and 9.x";

    private static final Pattern FORM = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+).*");

    static ServerVersion parse(String text) throws IOException {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IOException("Elasticsearch gives '" + text + "' as its version");
        }
        return new ServerVersion(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)));
    }

    /** Whether Talon is tested with it. */
    public boolean isSupported() {
        return major == 9 || major == 8 && minor >= 19;
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
