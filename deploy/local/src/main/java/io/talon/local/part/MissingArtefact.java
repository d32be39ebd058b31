// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.part;

import java.io.IOException;

/** Something that the build makes is not there, or there in several versions. */
public final class MissingArtefact extends IOException {
    private static final long serialVersionUID = 1L;

    private final String problem;
    private final String remedy;

    /**
     * @param module the folder of the module that makes it
     * @param artefact the file, as in that folder
     */
    public MissingArtefact(String module, String artefact) {
        super(problem(module, artefact) + ". " + remedy(module));
        this.problem = problem(module, artefact);
        this.remedy = remedy(module);
    }

    private static String problem(String module, String artefact) {
        return "not built: " + module + " has no " + artefact;
    }

    private static String remedy(String module) {
        return "Run ./mvnw -Pquick clean package -pl " + module + " -am";
    }

    /** What is not there. */
    public String problem() {
        return problem;
    }

    /** The command that makes it. */
    public String remedy() {
        return remedy;
    }
}
