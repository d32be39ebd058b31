// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "io.talon.dashboards",
        importOptions = ImportOption.DoNotIncludeTests.class)
class BordersTest {
    @ArchTest
    static final ArchRule needsNothingButTheJdkAndJackson =
            classes()
                    .that()
                    .resideOutsideOfPackage("..cli")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..",
                            "javax.net.ssl..",
                            "com.fasterxml.jackson..",
                            "io.talon.dashboards..");

    @ArchTest
    static final ArchRule nothingNeedsTheCommands =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..cli")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("..cli");
}
