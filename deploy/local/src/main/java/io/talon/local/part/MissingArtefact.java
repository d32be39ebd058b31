// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.part;

import java.io.IOException;

/** Something that the build makes is not there, or there in several versions. */
public final class MissingArtefact extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * @param module the folder of the module that makes it
     * @param artefact the file, as in that folder
     */
    public MissingArtefact(String module, String artefact) {
        super(
                "not built: "
                        + module
                        + " has no single "
                        + artefact
                        + ". Run ./mvnw -Pquick clean package -pl "
                        + module
                        + " -am");
    }
}
