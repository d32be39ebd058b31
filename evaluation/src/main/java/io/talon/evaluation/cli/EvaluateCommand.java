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
            AllCommand.class,
            TransferCommand.class,
            HardCommand.class,
            CalibrationCommand.class,
            PaperCommand.class,
            AdaptorsCommand.class,
            WidthCommand.class,
            TripletsCommand.class,
            GenerativeCommand.class,
            LatentCommand.class,
            TypesCommand.class,
            DriftCommand.class,
            ExplainCommand.class,
            CardCommand.class,
            BaseCommand.class,
            SimulatedCommand.class
        })
final class EvaluateCommand {}
