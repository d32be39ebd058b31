// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.online;

import io.talon.ctalvae.calibrate.Calibration;
import io.talon.ctalvae.calibrate.ErrorSample;
import io.talon.ctalvae.calibrate.Folds;
import io.talon.ctalvae.calibrate.ThresholdRule;
import io.talon.ctalvae.drift.DriftOptions;
import io.talon.ctalvae.drift.DriftPhase;
import io.talon.ctalvae.drift.DriftWatch;
import io.talon.ctalvae.model.Adaptor;
import io.talon.ctalvae.model.Normaliser;
import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.model.SiteParts;
import io.talon.ctalvae.relation.SiteMemory;
import io.talon.ctalvae.score.ScalarReconstructor;
import io.talon.ctalvae.score.Score;
import io.talon.ctalvae.score.Scorer;
import io.talon.ctalvae.score.SequenceErrors;
import io.talon.ctalvae.sequence.Sequence;
import io.talon.ctalvae.train.Adaptation;
import io.talon.ctalvae.train.NormalisedSequences;
import io.talon.ctalvae.train.NormalisedTriplets;
import io.talon.ctalvae.train.TrainingProgress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * A site that is scored and followed. Holds some thousand sequences in memory: for whoever teaches
 * sites, not for a stream's state. Not thread-safe.
 */
public final class OnlineSite {
    private final OnlineOptions options;
    private final List<Sequence> replay;
    private final List<Sequence> anomalies;
    private final SiteParts approved;
    private final double approvedMedian;
    private final DriftWatch watch;
    private final Quarantine quarantine;
    private final Deque<Sequence> recent = new ArrayDeque<>();
    private SiteModel model;
    private Scorer scorer;
    private int sinceThreshold;
    private int sinceNormaliser;
    private int sinceDrift;
    private int refused;
    private long learnt;

    /**
     * @param model as approved
     * @param benign approved benign sequences: what replay draws from
     * @param anomalies known anomalies that no setting may lose: negatives of the triplets
     * @param drift how drift is told
     */
    public OnlineSite(
            SiteModel model,
            List<Sequence> benign,
            List<Sequence> anomalies,
            DriftOptions drift,
            OnlineOptions options) {
        this.options = options;
        this.model = model;
        this.scorer = model.newScorer();
        this.approved = model.site();
        this.anomalies = List.copyOf(anomalies);
        this.watch = new DriftWatch(drift);
        this.quarantine =
                new Quarantine(approved.calibration().fusion().acquaintance(), options.strangers());
        int stride = Math.max(1, benign.size() / Math.max(options.replay(), 1));
        List<Sequence> kept = new ArrayList<>();
        for (int i = 0; i < benign.size(); i += stride) {
            kept.add(benign.get(i));
        }
        this.replay = List.copyOf(kept);
        this.approvedMedian = medianError(replay);
    }

    /**
     * Scores a sequence and learns from it if it is below the threshold and no stranger's: an
     * intruder who does as others do is below it too.
     */
    public Score observe(Sequence sequence) {
        Score score = scorer.score(sequence);
        DriftPhase phase = watch.observe(score.p(), score.anomalous(), sequence.endMicros());
        if (!score.anomalous() && !quarantine.holds(sequence)) {
            remember(sequence);
            sinceDrift = phase == DriftPhase.DRIFT ? sinceDrift + 1 : 0;
            tick();
        }
        return score;
    }

    /**
     * An analyst says that a sequence is benign, and with it that its client may use the service.
     */
    public void clear(Sequence sequence) {
        quarantine.release(sequence);
        remember(sequence);
    }

    private void remember(Sequence sequence) {
        learnt++;
        recent.addLast(sequence);
        if (recent.size() > options.window()) {
            recent.removeFirst();
        }
    }

    private void tick() {
        if (recent.size() < options.window() / 2) {
            return;
        }
        if (options.adaptorAfter() > 0 && sinceDrift >= options.adaptorAfter()) {
            sinceDrift = 0;
            if (propose(taught())) {
                watch.recalibrated();
            }
        } else if (options.normaliserEvery() > 0
                && ++sinceNormaliser >= options.normaliserEvery()) {
            sinceNormaliser = 0;
            Normaliser next =
                    Followed.towards(
                            model.site().normaliser(), approved.normaliser(), recent, options);
            propose(calibrated(model.site().adaptor(), next));
        } else if (options.thresholdEvery() > 0 && ++sinceThreshold >= options.thresholdEvery()) {
            sinceThreshold = 0;
            propose(rescaled());
        }
    }

    /** Follows the middle of the errors: the tail is what must not be learnt from. */
    private SiteParts rescaled() {
        SiteParts now = model.site();
        boolean ownScale =
                now.adaptor() == approved.adaptor() && now.normaliser() == approved.normaliser();
        double reference = ownScale ? approvedMedian : medianError(replay);
        double factor = medianError(recent) / Math.max(reference, 1e-9);
        double held =
                Math.max(1 / options.thresholdReach(), Math.min(options.thresholdReach(), factor));
        Calibration from =
                ownScale
                        ? approved.calibration()
                        : calibrated(now.adaptor(), now.normaliser()).calibration();
        return new SiteParts(
                now.adaptor(), now.normaliser(), Followed.scaled(from, held), now.maturity());
    }

    private SiteParts taught() {
        Normaliser next =
                Followed.towards(model.site().normaliser(), approved.normaliser(), recent, options);
        List<Sequence> benign = ordinary();
        NormalisedSequences slice = new NormalisedSequences(next.width()).add(benign, next);
        NormalisedTriplets triplets = new NormalisedTriplets(next);
        for (int i = 0; i < anomalies.size(); i++) {
            triplets.add(benign.get(i * benign.size() / anomalies.size()), null, anomalies.get(i));
        }
        if (anomalies.isEmpty()) {
            triplets.add(benign.get(0), null, null);
        }
        Adaptor adaptor =
                new Adaptation(options.adaptation(), TrainingProgress.SILENT)
                        .adapt(model.core(), model.site().adaptor(), slice, triplets);
        return calibrated(adaptor, next);
    }

    private List<Sequence> ordinary() {
        List<Sequence> all = new ArrayList<>(replay);
        all.addAll(recent);
        return all;
    }

    /** The approved threshold on p, on the errors of approved and recent benign flows. */
    private SiteParts calibrated(Adaptor adaptor, Normaliser normaliser) {
        SequenceErrors errors =
                new SequenceErrors(
                        model.core(),
                        adaptor,
                        normaliser,
                        new ScalarReconstructor(model.core().shape()));
        Calibration fitted = fitted(errors);
        Calibration calibration =
                new Calibration(
                        fitted.fusion(), fitted.probability(), approved.calibration().threshold());
        return new SiteParts(adaptor, normaliser, calibration, model.site().maturity());
    }

    /** With a memory if the approved one has it; what it knows is measured on what it lacks. */
    private Calibration fitted(SequenceErrors errors) {
        List<Sequence> benign = ordinary();
        boolean remembers =
                approved.calibration().fusion().acquaintance() != null
                        && Stream.concat(benign.stream(), anomalies.stream())
                                .allMatch(s -> s.exchange() != null);
        if (!remembers) {
            return Calibration.fit(
                    new ErrorSample().add(errors, benign),
                    new ErrorSample(),
                    ThresholdRule.defaults());
        }
        Folds<Sequence> folds = new Folds<>(benign);
        ErrorSample held = new ErrorSample();
        for (int stretch = 0; stretch < Folds.STRETCHES; stretch++) {
            held.add(errors, memory(folds.outside(stretch)), folds.within(stretch));
        }
        SiteMemory memory = memory(benign);
        return Calibration.fit(
                held,
                new ErrorSample().add(errors, memory, anomalies),
                memory,
                ThresholdRule.defaults());
    }

    private static SiteMemory memory(List<Sequence> benign) {
        return SiteMemory.of(benign.stream().map(Sequence::exchange).toList());
    }

    /** Takes new parts if the known anomalies are still found with them. */
    private boolean propose(SiteParts parts) {
        SiteModel next = model.withSite(parts);
        Scorer with = next.newScorer();
        long before = anomalies.stream().filter(s -> scorer.score(s).anomalous()).count();
        long after = anomalies.stream().filter(s -> with.score(s).anomalous()).count();
        if (after < options.guard() * before) {
            refused++;
            return false;
        }
        model = next;
        scorer = with;
        return true;
    }

    private double medianError(Iterable<Sequence> sequences) {
        List<Double> errors = new ArrayList<>();
        sequences.forEach(s -> errors.add(scorer.score(s).error()));
        double[] sorted = errors.stream().mapToDouble(e -> e).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    /** The model that scores now. */
    public SiteModel model() {
        return model;
    }

    /** Where the site stands. */
    public DriftPhase phase() {
        return watch.reading().phase();
    }

    /** Sequences learnt from, cleared ones among them. */
    public long learnt() {
        return learnt;
    }

    /** Settings refused because a known anomaly would have been lost. */
    public int refused() {
        return refused;
    }
}
