// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

import io.talon.ctalvae.kernel.ScalarKernel;
import io.talon.ctalvae.kernel.VectorKernel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;

/** The engines of this JVM, each made once. */
final class Engines {
    private static final System.Logger LOG = System.getLogger(ScoringEngine.class.getName());
    private static final String MODULE = "jdk.incubator.vector";
    private static final String PROPERTY = "talon.engine";
    private static final Map<String, ScoringEngine> PROVIDED = new ConcurrentHashMap<>();
    static final ScoringEngine SCALAR = new KernelEngine(new ScalarKernel());
    static final ScoringEngine BEST = choose();

    private Engines() {}

    private static ScoringEngine choose() {
        String wanted = System.getProperty(PROPERTY);
        if (wanted != null) {
            return chosen(named(wanted), ", as " + PROPERTY + " says");
        }
        if (!vectors()) {
            return chosen(
                    SCALAR,
                    " (plain Java), about half as fast as with vectors. For those start the JVM"
                            + " with --add-modules "
                            + MODULE);
        }
        if (!Vectors.worthwhile()) {
            return chosen(SCALAR, " (plain Java): this machine has no fused multiply-add");
        }
        return chosen(Vectors.ENGINE, "");
    }

    private static ScoringEngine chosen(ScoringEngine engine, String why) {
        LOG.log(System.Logger.Level.INFO, "Scoring with {0}{1}", engine.name(), why);
        return engine;
    }

    private static boolean vectors() {
        return ModuleLayer.boot().findModule(MODULE).isPresent();
    }

    static ScoringEngine named(String name) {
        return switch (name) {
            case "scalar" -> SCALAR;
            case "vector" -> {
                if (!vectors()) {
                    throw new IllegalArgumentException(
                            "the engine vector needs a JVM started with --add-modules " + MODULE);
                }
                yield Vectors.ENGINE;
            }
            default -> PROVIDED.computeIfAbsent(name, Engines::provided);
        };
    }

    private static ScoringEngine provided(String name) {
        List<String> known = new ArrayList<>(List.of("vector", "scalar"));
        for (EngineProvider provider : ServiceLoader.load(EngineProvider.class)) {
            if (provider.name().equals(name)) {
                try {
                    provider.newReconstructor();
                } catch (LinkageError e) {
                    throw new IllegalArgumentException(
                            "the engine "
                                    + name
                                    + " lacks a library on the class path: "
                                    + e.getMessage(),
                            e);
                }
                return new ProvidedEngine(provider);
            }
            known.add(provider.name());
        }
        throw new IllegalArgumentException(
                "there is no scoring engine " + name + "; there are " + String.join(", ", known));
    }

    /** Apart, so that without the module nobody loads what needs it. */
    private static final class Vectors {
        static final ScoringEngine ENGINE = new KernelEngine(new VectorKernel());

        static boolean worthwhile() {
            return VectorKernel.worthwhile();
        }
    }
}
