// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.cli;

import io.talon.dashboards.kibana.CanonicalJson;
import io.talon.dashboards.kibana.ImportRules;
import io.talon.dashboards.kibana.SavedObject;
import io.talon.dashboards.kibana.SavedObjectFile;
import io.talon.dashboards.kibana.SavedObjectFolder;
import io.talon.dashboards.rule.DetectionRule;
import io.talon.dashboards.rule.RuleChecks;
import io.talon.dashboards.rule.RuleFile;
import io.talon.dashboards.rule.RuleFolder;
import io.talon.dashboards.rule.RuleSchema;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code talon kibana pack}. */
@Command(
        name = "pack",
        mixinStandardHelpOptions = true,
        description = "For contributors: packs the sources into the files that Talon ships.")
final class KibanaPack implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private KibanaSources sources;

    @Override
    public Integer call() throws Exception {
        SavedObjectFolder folder = new SavedObjectFolder(sources.folder());
        List<SavedObject> objects = folder.read();
        List<DetectionRule> rules = new RuleFolder(sources.rules()).read();
        List<String> wrong = new ArrayList<>(ImportRules.violations(objects));
        wrong.addAll(RuleChecks.violations(rules));
        if (!wrong.isEmpty()) {
            wrong.forEach(spec.commandLine().getErr()::println);
            return 1;
        }
        folder.write(objects);
        Files.createDirectories(sources.packed().getParent());
        Files.writeString(sources.packed(), SavedObjectFile.text(objects));
        Files.createDirectories(sources.packedRules().getParent());
        Files.writeString(sources.packedRules(), RuleFile.text(rules));
        Files.writeString(
                sources.rules().resolve("etc/talon-schema.json"),
                CanonicalJson.pretty(RuleSchema.json()));
        spec.commandLine()
                .getErr()
                .printf("packed %d objects into %s%n", objects.size(), sources.packed())
                .printf("packed %d rules into %s%n", rules.size(), sources.packedRules());
        return 0;
    }
}
