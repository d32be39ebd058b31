// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.talon.job", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule SCORES_WITHOUT_NATIVE_CODE_AND_WITHOUT_THE_SERVICE =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.nd4j..",
                            "org.bytedeco..",
                            "io.quarkus..",
                            "io.talon.ctalvae.train..",
                            "io.talon.ctalvae.adapt..",
                            "io.talon.adaptor..");

    @ArchTest
    static final ArchRule SOURCES_KNOW_NEITHER_OPERATORS_NOR_SINKS =
            noClasses()
                    .that()
                    .resideInAPackage("..source..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("..job.operator..", "..job.sink..", "..job.cli..");

    @ArchTest
    static final ArchRule OPERATORS_KNOW_NEITHER_SOURCES_NOR_SINKS =
            noClasses()
                    .that()
                    .resideInAPackage("..operator..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("..job.source..", "..job.sink..", "..job.cli..");

    @ArchTest
    static final ArchRule SINKS_KNOW_NEITHER_SOURCES_NOR_OPERATORS =
            noClasses()
                    .that()
                    .resideInAPackage("..sink..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("..job.source..", "..job.operator..", "..job.cli..");

    @ArchTest
    static final ArchRule DOCUMENTS_KNOW_NOTHING_OF_FLINK_OR_OF_ELASTICSEARCHS_CLIENT =
            noClasses()
                    .that()
                    .resideInAPackage("..document..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.apache.flink..", "co.elastic..", "org.apache.kafka..");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("io.talon.job.(*)..").should().beFreeOfCycles();
}
