// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.simulated;

import io.talon.ctalvae.adapt.AdaptationException;
import io.talon.ctalvae.adapt.SiteTeacher;
import io.talon.ctalvae.adapt.Triplet;
import io.talon.ctalvae.calibrate.ThresholdRule;
import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.model.SiteParts;
import io.talon.ctalvae.train.AdaptationOptions;
import io.talon.ctalvae.train.TrainingProgress;
import io.talon.evaluation.simulated.SimulatedDay.Labelled;
import io.talon.simulator.SimulatedSite;
import io.talon.simulator.Simulation;
import io.talon.simulator.attack.AttackFamily;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Adapts a model to simulated sites it has not seen, with a few triplets each, and measures
 * detection per attack family before and after.
 */
public final class SimulatedTrials {
    private final SiteModel model;
    private final Simulation simulation;
    private final int triplets;
    private final int draws;

    /** Told of each site and draw that is done. */
    @FunctionalInterface
    public interface Listener {
        /** One more is done. */
        void done(String site, int draw);
    }

    /**
     * @param model what adaptation starts from
     * @param simulation sites with attacks, other ones than the model was trained on
     * @param triplets per site
     * @param draws of triplets per site
     */
    public SimulatedTrials(SiteModel model, Simulation simulation, int triplets, int draws) {
        this.model = model;
        this.simulation = simulation;
        this.triplets = triplets;
        this.draws = draws;
    }

    /** How often {@link Listener#done} will be called. */
    public int size() {
        return simulation.sites().size() * draws;
    }

    public SimulatedResults run(Listener listener) throws AdaptationException {
        List<FamilyResult> families = new ArrayList<>();
        List<SiteResult> sites = new ArrayList<>();
        for (SimulatedSite site : simulation.sites()) {
            SimulatedDay day = new SimulatedDay(simulation, site);
            ScoredPart before = new ScoredPart(model, day.test());
            for (int draw = 0; draw < draws; draw++) {
                ScoredPart after = new ScoredPart(adapted(day, draw), day.test());
                for (AttackFamily family : after.families()) {
                    families.add(
                            new FamilyResult(
                                    site.name(),
                                    family.label(),
                                    draw,
                                    after.count(family),
                                    before.auroc(family),
                                    after.auroc(family),
                                    after.normAuroc(family),
                                    after.found(family)));
                }
                sites.add(
                        new SiteResult(
                                site.name(),
                                draw,
                                after.benign(),
                                before.falseAlarms(),
                                after.falseAlarms()));
                listener.done(site.name(), draw);
            }
        }
        return new SimulatedResults(model.modelVersion(), triplets, families, sites);
    }

    private SiteModel adapted(SimulatedDay day, int draw) throws AdaptationException {
        SiteTeacher teacher =
                new SiteTeacher(
                        model,
                        AdaptationOptions.defaults().withSeed(1000 + draw),
                        ThresholdRule.defaults());
        SiteParts site =
                teacher.teach(
                        day.adapt(),
                        draw(day, new Random(draw)),
                        day.calibrate(),
                        TrainingProgress.SILENT);
        return model.withSite(site);
    }

    /**
     * Anchors and positives are any benign flows, negatives any flows of as many families as there
     * are triplets.
     */
    private List<Triplet> draw(SimulatedDay day, Random random) {
        List<Labelled> benign = day.adapt(Labelled::benign);
        List<AttackFamily> families = new ArrayList<>(Arrays.asList(AttackFamily.values()));
        families.removeIf(
                family ->
                        day.adapt(flow -> flow.family().filter(family::equals).isPresent())
                                .isEmpty());
        Collections.shuffle(families, random);
        return IntStream.range(0, triplets)
                .mapToObj(
                        i -> {
                            AttackFamily family = families.get(i % families.size());
                            List<Labelled> attacks =
                                    day.adapt(
                                            flow ->
                                                    flow.family()
                                                            .filter(family::equals)
                                                            .isPresent());
                            return new Triplet(
                                    pick(benign, random).uid(),
                                    pick(benign, random).uid(),
                                    pick(attacks, random).uid());
                        })
                .toList();
    }

    private static Labelled pick(List<Labelled> flows, Random random) {
        return flows.get(random.nextInt(flows.size()));
    }
}
