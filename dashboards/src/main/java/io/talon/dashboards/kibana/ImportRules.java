// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.kibana;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What Kibana 8.19 asks of a file that it imports, as far as its documentation and the declared
 * form of its saved objects say, and what Talon asks of its own besides. Restated here, for Talon's
 * build has no Kibana to ask.
 */
public final class ImportRules {
    private static final int MOST_OBJECTS = 10_000;

    private ImportRules() {}

    /** What is wrong with these objects as one file; empty if nothing is. */
    public static List<String> violations(List<SavedObject> objects) {
        List<String> wrong = new ArrayList<>();
        if (objects.size() > MOST_OBJECTS) {
            wrong.add(objects.size() + " objects, but Kibana imports at most " + MOST_OBJECTS);
        }
        Set<String> keys = new HashSet<>();
        for (SavedObject object : objects) {
            if (!keys.add(object.key())) {
                wrong.add(object.key() + " is there twice");
            }
        }
        for (SavedObject object : objects) {
            List<String> ofObject = new ArrayList<>(FrameRules.violations(object));
            if (ofObject.isEmpty()) {
                ofObject.addAll(ReferenceRules.violations(object, keys));
                ofObject.addAll(SafetyRules.violations(object));
                if (object.type().equals("dashboard")) {
                    ofObject.addAll(DashboardRules.violations(object));
                }
            }
            ofObject.forEach(each -> wrong.add(object.key() + ": " + each));
        }
        return wrong;
    }
}
