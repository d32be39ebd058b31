// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.talon.ctalvae", importOptions = ImportOption.DoNotIncludeTests.class)
class BordersTest {

    /** The job scores without native code. */
    @ArchTest
    static final ArchRule onlyTrainingAndItsOwnEngineUseNd4j =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..train..", "..ctalvae.nd4j..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.nd4j..", "org.bytedeco..");

    /** The engine on ND4J is found by name alone. */
    @ArchTest
    static final ArchRule nobodyDependsOnTheEngineOnNd4j =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..ctalvae.nd4j..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("..ctalvae.nd4j..");

    @ArchTest
    static final ArchRule scoringKnowsNoTraining =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "..feature..",
                            "..sequence..",
                            "..model..",
                            "..matrix..",
                            "..kernel..",
                            "..relation..",
                            "..calibrate..",
                            "..score..",
                            "io.talon.ctalvae.io..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("..train..", "..adapt..", "..cli..");

    /** What needs the module flag is in one place, so that scoring works without it. */
    @ArchTest
    static final ArchRule onlyKernelsUseVectors =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..kernel..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("jdk.incubator..");

    @ArchTest
    static final ArchRule kernelsKnowArraysAlone =
            noClasses()
                    .that()
                    .resideInAPackage("..kernel..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("..score..", "..model..", "..sequence..", "..train..");

    @ArchTest
    static final ArchRule onlyCommandsKnowTheCommandLine =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..cli..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("picocli..", "me.tongfei..");

    @ArchTest
    static final ArchRule featuresDependOnZeekAlone =
            noClasses()
                    .that()
                    .resideInAPackage("..feature..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("..sequence..", "..model..", "..score..", "..calibrate..");

    @ArchTest
    static final ArchRule nobodyDeserialisesObjects =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.io.ObjectInputStream");

    @ArchTest
    static final ArchRule nobodyPrintsToStandardOutput =
            noClasses()
                    .that()
                    .haveSimpleNameNotEndingWith("StandardOutputGuard")
                    .should()
                    .accessField(System.class, "out");
}
