// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.cli;

import io.talon.ctalvae.adapt.AdaptationException;
import io.talon.ctalvae.adapt.AlertBudget;
import io.talon.ctalvae.adapt.Recipe;
import io.talon.ctalvae.adapt.SiteTeacher;
import io.talon.ctalvae.adapt.Taught;
import io.talon.ctalvae.adapt.Triplet;
import io.talon.ctalvae.adapt.TripletsFile;
import io.talon.ctalvae.calibrate.ThresholdRule;
import io.talon.ctalvae.check.Finding;
import io.talon.ctalvae.check.TeachingCheck;
import io.talon.ctalvae.io.ModelFormatException;
import io.talon.ctalvae.io.ModelWriter;
import io.talon.ctalvae.io.SigningKey;
import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.model.SiteParts;
import io.talon.ctalvae.sequence.Destinations;
import io.talon.ctalvae.sequence.Sequence;
import io.talon.ctalvae.train.AdaptationOptions;
import io.talon.ctalvae.train.Engine;
import io.talon.zeek.Conn;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code talon adapt}. */
@Command(
        name = "adapt",
        description = "Adapts a model to one site from a few triplets and the site's benign flows.",
        footer = {
            "",
            "A triplets file is JSON:"
                + " [{\"anchor\":\"<uid>\",\"positive\":\"<uid>\"|null,\"negative\":\"<uid>\"|null},"
                + " …].",
            "A uid names the sequence that ends with that flow. A null positive means noise, a null"
                    + " negative an injected anomaly."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class AdaptCommand implements Callable<Integer> {
    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "The model to start from. Default: the one that ships with Talon.")
    private Path model;

    @Option(
            names = "--flows",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "conn.log files of the site, benign or not; the triplets name flows of them.")
    private List<Path> flows;

    @Option(
            names = "--triplets",
            required = true,
            paramLabel = "FILE",
            description = "What is ordinary and what is not, see below.")
    private Path triplets;

    @Option(
            names = "--calibrate",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "conn.log files of the site with benign flows only.")
    private List<Path> calibrate;

    @Option(
            names = "--budget",
            paramLabel = "BUDGET",
            description =
                    "How many benign flows may be called anomalous: a share (0.005 or 0.5%%) or"
                            + " 20/day. Default: the threshold lies between benign flows and the"
                            + " triplets' negatives.")
    private String budget;

    @Option(
            names = "--recipe",
            defaultValue = "SITE",
            description =
                    "How to teach: ${COMPLETION-CANDIDATES}. SEQUENCE leaves out who talks to"
                            + " whom, PAPER everything that the paper has not. Default:"
                            + " ${DEFAULT-VALUE}.")
    private Recipe recipe;

    @Mixin private OutputFile out;

    @Option(
            names = "--seed",
            defaultValue = "1000",
            description = "Seed of batches and noise. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--engine",
            defaultValue = "FUSED",
            description =
                    "What computes gradients: ${COMPLETION-CANDIDATES}. All give the same up to"
                            + " rounding. Default: ${DEFAULT-VALUE}.")
    private Engine engine;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws CommandFailure {
        PrintWriter err = spec.commandLine().getErr();
        SigningKey key = out.prepare();
        List<Triplet> taught = triplets();
        SiteModel start = model();
        FlowLogs logs = new FlowLogs(err);
        List<Conn> benign = logs.read(calibrate);
        List<Conn> all = logs.read(flows);
        AdaptationOptions options = recipe.options().withSeed(seed).withEngine(engine);
        List<Sequence> calibration = Destinations.sequences(benign);
        List<Sequence> known = Destinations.sequences(all);
        TeachingCheck check = new TeachingCheck(start, known, taught, calibration);
        report(err, check.before(1 - ThresholdRule.defaults().quantile()));
        AlertBudget allowed = budget();
        SiteParts site;
        try (StepProgress progress = new StepProgress("adapt", err)) {
            Taught learnt =
                    new SiteTeacher(start, options, ThresholdRule.defaults(), recipe.remembers())
                            .learn(known, taught, calibration, progress);
            site = allowed == null ? learnt.parts() : learnt.within(allowed);
        } catch (AdaptationException | ArithmeticException e) {
            throw new CommandFailure(e);
        }
        report(err, check.after(site));
        out.write(
                ModelWriter.adaptor(
                        start, site, madeWith(all.size(), benign.size(), taught.size()), key));
        err.printf(
                "%s: an adaptor for model %s, %s, from %d triplets and %d benign flows; anomalous"
                        + " below p %.2g%n",
                out.path(),
                start.modelVersion(),
                site.maturity().name().toLowerCase(Locale.ROOT),
                taught.size(),
                benign.size(),
                site.calibration().threshold());
        return CommandLine.ExitCode.OK;
    }

    /** Says every finding; fails if one of them means that no adaptor should be made. */
    private void report(PrintWriter err, List<Finding> findings) throws CommandFailure {
        findings.stream()
                .filter(finding -> !finding.refuses())
                .forEach(finding -> err.println("talon adapt: warning: " + finding.message()));
        err.flush();
        List<String> refusals =
                findings.stream().filter(Finding::refuses).map(Finding::message).toList();
        if (!refusals.isEmpty()) {
            throw new CommandFailure(new AdaptationException(String.join("; ", refusals)));
        }
    }

    private AlertBudget budget() {
        try {
            return budget == null ? null : AlertBudget.parse(budget);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private List<Triplet> triplets() throws CommandFailure {
        try {
            return TripletsFile.read(triplets);
        } catch (IOException e) {
            throw new CommandFailure(e);
        }
    }

    private SiteModel model() throws CommandFailure {
        try {
            return model == null ? SiteModel.base() : SiteModel.load(model);
        } catch (ModelFormatException e) {
            throw new CommandFailure(e);
        }
    }

    private Map<String, String> madeWith(int all, int benign, int taught) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("flows", Integer.toString(all));
        facts.put("benign", Integer.toString(benign));
        facts.put("triplets", Integer.toString(taught));
        facts.put("recipe", recipe.name().toLowerCase(Locale.ROOT));
        facts.put("seed", Long.toString(seed));
        return facts;
    }
}
