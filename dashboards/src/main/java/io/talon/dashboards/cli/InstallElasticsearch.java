// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.cli;

import io.talon.dashboards.Finding;
import io.talon.dashboards.InstallPlan;
import io.talon.dashboards.InstalledAsset;
import io.talon.dashboards.InstalledAsset.Outcome;
import io.talon.dashboards.Installer;
import io.talon.dashboards.PlannedAsset;
import io.talon.dashboards.TalonStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code talon install elasticsearch}. */
@Command(
        name = "elasticsearch",
        mixinStandardHelpOptions = true,
        description = {
            "Installs the templates of Talon's data streams, how long they are kept, and an ingest"
                + " pipeline where the server has them; brings those of an earlier version up to"
                + " date. Doing it twice changes nothing.",
            "What somebody else made or changed stays, unless --force is given.",
            "An OpenSearch is recognised and gets the templates, in the form that it takes."
        })
final class InstallElasticsearch implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private ServerOptions server;

    @ArgGroup private Instead instead = new Instead();

    @Option(names = "--force", description = "Replace what somebody else made or changed, too.")
    private boolean force;

    @Option(
            names = "--allow-changed",
            description =
                    "Succeed although something that somebody changed by hand was kept: for a start"
                            + " that installs every time.")
    private boolean allowChanged;

    @Option(
            names = "--geoip",
            description = "Look up place and network of public addresses as documents arrive.")
    private boolean geoip;

    /** What to do instead of installing. */
    private static final class Instead {
        @Option(names = "--dry-run", description = "Say what would be done, and do nothing.")
        private boolean dryRun;

        @Option(
                names = "--diff",
                description = "Say in what the server differs, value by value, and do nothing.")
        private boolean diff;

        @Option(names = "--uninstall", description = "Remove what was installed; data stays.")
        private boolean uninstall;
    }

    @Override
    public Integer call() throws Exception {
        Installer installer = new Installer(server.url(), server.credentials());
        if (instead.uninstall) {
            return report(installer.uninstall(force)) ? 0 : 1;
        }
        InstallPlan plan = installer.plan(geoip);
        plan.findings().forEach(this::say);
        if (instead.dryRun || instead.diff) {
            return show(plan);
        }
        if (plan.hasErrors() && !force) {
            err().println("talon install: nothing was changed");
            return 1;
        }
        boolean all = report(installer.apply(plan, force));
        return all || allowChanged && !plan.holdsForeign() ? 0 : 1;
    }

    private int show(InstallPlan plan) {
        for (PlannedAsset planned : plan.assets()) {
            out().printf("%-9s %s%n", word(planned), planned.asset());
            if (instead.diff) {
                planned.differences().forEach(each -> out().println("          " + each));
            }
        }
        for (TalonStream stream : plan.streams()) {
            out().printf(
                            "%-9s data stream %s%n",
                            stream.isBehind() ? "update" : "unchanged", stream.name());
        }
        out().flush();
        return plan.isBlocked() && !force ? 1 : 0;
    }

    private String word(PlannedAsset planned) {
        return switch (planned.state()) {
            case MISSING -> "create";
            case SAME -> "unchanged";
            case OUTDATED -> "update";
            case NEWER, CHANGED, FOREIGN -> force ? "replace" : "keep";
        };
    }

    /** Says what was done, and whether nothing was left as it was found. */
    private boolean report(List<InstalledAsset> done) {
        for (InstalledAsset each : done) {
            out().printf("%-9s %s%n", each.outcome().name().toLowerCase(Locale.ROOT), each.asset());
            each.replacedTypes()
                    .forEach(
                            type ->
                                    err().printf(
                                                    "talon install: this Elasticsearch does not"
                                                        + " know the field type %s; %s got a basic"
                                                        + " one%n",
                                                    type, each.asset()));
        }
        out().flush();
        List<InstalledAsset> kept =
                done.stream().filter(each -> each.outcome() == Outcome.KEPT).toList();
        kept.forEach(
                each ->
                        err().printf(
                                        "talon install: the %s is somebody else's or was changed by"
                                            + " hand and stays. See --diff; --force replaces it.%n",
                                        each.asset()));
        return kept.isEmpty();
    }

    private void say(Finding finding) {
        err().printf(
                        "talon install: %s: %s%n",
                        finding.level().name().toLowerCase(Locale.ROOT), finding);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
