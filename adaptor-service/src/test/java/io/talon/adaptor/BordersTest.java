// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.talon.adaptor", importOptions = ImportOption.DoNotIncludeTests.class)
class BordersTest {

    @ArchTest
    static final ArchRule knowsTheJobOnlyByItsTopic =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.talon.job..",
                            "io.talon.local..",
                            "org.apache.flink..",
                            "org.nd4j..");

    @ArchTest
    static final ArchRule resourcesLeaveStorageToServices =
            noClasses()
                    .that()
                    .haveSimpleNameEndingWith("Resource")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "jakarta.persistence..",
                            "java.sql..",
                            "javax.sql..",
                            "org.hibernate..");

    @ArchTest
    static final ArchRule packagesDoNotGoInCircles =
            slices().matching("io.talon.adaptor.(*)..").should().beFreeOfCycles();
}
