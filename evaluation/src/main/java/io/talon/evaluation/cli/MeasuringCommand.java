// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.cli;

import java.io.IOException;
import java.util.concurrent.Callable;

/** A command that measures one thing and reports it. */
interface MeasuringCommand extends Callable<Integer> {
    RunOptions options();

    /** Whether it takes captures, real or simulated. */
    boolean readsCaptures();

    @Override
    Integer call() throws IOException;
}
