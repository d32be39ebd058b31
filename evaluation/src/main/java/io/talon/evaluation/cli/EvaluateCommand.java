// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

@Command(
        name = "evaluate",
        description = "Measures detection: how well, against what, and how sure that is.",
        mixinStandardHelpOptions = true,
        subcommands = {
            HelpCommand.class,
            TransferCommand.class,
            HardCommand.class,
            PaperCommand.class,
            BaseCommand.class,
            SimulatedCommand.class
        })
final class EvaluateCommand {}
