// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

@AnalyzeClasses(packages = "io.talon.simulator", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule layers =
            layeredArchitecture()
                    .consideringOnlyDependenciesInLayers()
                    .layer("cli")
                    .definedBy("io.talon.simulator.cli")
                    .layer("simulation")
                    .definedBy("io.talon.simulator")
                    .layer("attack")
                    .definedBy("io.talon.simulator.attack")
                    .layer("site")
                    .definedBy("io.talon.simulator.site")
                    .layer("traffic")
                    .definedBy("io.talon.simulator.traffic")
                    .whereLayer("cli")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("simulation")
                    .mayOnlyBeAccessedByLayers("cli")
                    .whereLayer("attack")
                    .mayOnlyBeAccessedByLayers("cli", "simulation")
                    .whereLayer("site")
                    .mayOnlyBeAccessedByLayers("cli", "simulation", "attack");

    @ArchTest
    static final ArchRule needsOnlyTheJdkAndZeekConn =
            classes()
                    .that()
                    .resideOutsideOfPackage("..cli")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage("java..", "io.talon.simulator..", "io.talon.zeek");

    @ArchTest
    static final ArchRule drawsOnlyFromSeededStreams =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.util.Random")
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
                    .orShould()
                    .callMethod(Math.class, "random")
                    .orShould()
                    .callMethod(Math.class, "exp", double.class)
                    .orShould()
                    .callMethod(Math.class, "log", double.class)
                    .orShould()
                    .callMethod(Math.class, "pow", double.class, double.class)
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .callMethod(System.class, "nanoTime")
                    .orShould()
                    .callMethod(Instant.class, "now");
}
