// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.operator;

import java.io.IOException;

/** Destinations of the same task beside the present one, {@code tenant|site|destination}. */
interface OtherDestinations {

    /** What is kept of it as a number, which every flow to it changes. */
    int imprint(String key);

    /** Keeps nothing of it from now on. */
    void forget(String key);

    /** Does this while it is the present one. */
    void at(String key, StateAccess access);

    /** Something done with the state of the present destination. */
    interface StateAccess {

        void run() throws IOException;
    }
}
