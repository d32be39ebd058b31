// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.adapt;

import io.talon.ctalvae.calibrate.Calibration;
import io.talon.ctalvae.calibrate.ErrorSample;
import io.talon.ctalvae.calibrate.Folds;
import io.talon.ctalvae.calibrate.OrdinaryServices;
import io.talon.ctalvae.calibrate.RobustStatistics;
import io.talon.ctalvae.calibrate.ThresholdRule;
import io.talon.ctalvae.model.Adaptor;
import io.talon.ctalvae.model.Maturity;
import io.talon.ctalvae.model.Normaliser;
import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.model.SiteParts;
import io.talon.ctalvae.relation.Habits;
import io.talon.ctalvae.relation.SiteMemory;
import io.talon.ctalvae.score.ScalarReconstructor;
import io.talon.ctalvae.score.SequenceErrors;
import io.talon.ctalvae.sequence.DatedExchange;
import io.talon.ctalvae.sequence.Sequence;
import io.talon.ctalvae.train.Adaptation;
import io.talon.ctalvae.train.AdaptationOptions;
import io.talon.ctalvae.train.NormalisedSequences;
import io.talon.ctalvae.train.NormalisedTriplets;
import io.talon.ctalvae.train.TrainingProgress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Teaches a model a site: statistics and adaptors from its declared-benign flows and its triplets,
 * then calibration.
 *
 * <p>Benign flows are few, so all of them serve for both: what a flow's score means is learnt from
 * models that have not seen it. The flows are dealt out into {@link Folds}; for each fold,
 * statistics and adaptors are fitted on the other and its errors measured, beside a memory that
 * lacks their stretch of time alone. The adaptor that is kept is fitted on all. The fits run side
 * by side ({@link Together}).
 */
public final class SiteTeacher {
    /** Fewer benign flows say nothing about a tail. */
    public static final int LEAST_BENIGN = 20;

    private final SiteModel model;
    private final AdaptationOptions options;
    private final ThresholdRule rule;
    private final boolean remembers;
    private final List<DatedExchange> further;

    /**
     * Teaches a site with a memory.
     *
     * @param model what adaptation starts from; its core is kept
     * @param options of adaptation
     * @param rule where anomalies begin
     */
    public SiteTeacher(SiteModel model, AdaptationOptions options, ThresholdRule rule) {
        this(model, options, rule, true);
    }

    /**
     * @param model what adaptation starts from; its core is kept
     * @param options of adaptation
     * @param rule where anomalies begin
     * @param remembers whether the site gets a memory of its benign exchanges
     */
    public SiteTeacher(
            SiteModel model, AdaptationOptions options, ThresholdRule rule, boolean remembers) {
        this(model, options, rule, remembers, List.of());
    }

    private SiteTeacher(
            SiteModel model,
            AdaptationOptions options,
            ThresholdRule rule,
            boolean remembers,
            List<DatedExchange> further) {
        this.model = model;
        this.options = options;
        this.rule = rule;
        this.remembers = remembers;
        this.further = further;
    }

    /**
     * As this one, but the site's memory also holds who was whose client, and who used and offered
     * what, in further benign exchanges.
     *
     * @param benign none of the flows that are taught with or that judge the site later
     */
    public SiteTeacher remembering(List<DatedExchange> benign) {
        return new SiteTeacher(model, options, rule, remembers, List.copyOf(benign));
    }

    /**
     * @param flows sequences of the site's flows, benign or not; triplets name some of them
     * @param triplets what the analyst says; without any, only statistics and calibration become
     *     the site's own
     * @param benign sequences of declared-benign flows, in the order of time
     * @param progress told, in the caller's thread, of the steps of the fit that is kept, as if
     *     each stood for a step of every fit as well
     * @throws AdaptationException if a uid is unknown or there are too few benign flows
     */
    public SiteParts teach(
            Collection<Sequence> flows,
            List<Triplet> triplets,
            List<Sequence> benign,
            TrainingProgress progress)
            throws AdaptationException {
        return learn(flows, triplets, benign, progress).parts();
    }

    /**
     * Teaches in one fit instead of three: calibration takes statistics and memory from the folds,
     * as always, but the adaptors from the fit to all. Enough to compare what different triplets
     * do, after a few steps.
     *
     * @param progress told of the steps, in the caller's thread
     * @throws AdaptationException if a uid is unknown
     */
    public SiteParts teachOnce(
            Collection<Sequence> flows,
            List<Triplet> triplets,
            List<Sequence> benign,
            TrainingProgress progress)
            throws AdaptationException {
        Lesson lesson = new Lesson(triplets, new SiteFlows(triplets, flows, benign));
        Fitted fitted = fit(lesson, benign, progress);
        Folds<Sequence> folds = new Folds<>(benign);
        List<Fitted> fits = new ArrayList<>(List.of(fitted));
        for (int fold = 0; fold < Folds.FOLDS; fold++) {
            Normaliser statistics = RobustStatistics.of(ordinary(lesson, folds.without(fold)));
            fits.add(new Fitted(fitted.adaptor(), statistics));
        }
        return calibrated(lesson, benign, folds, fits).parts();
    }

    /** As {@link #teach}, with what a budget of alerts and a judge of the site need to know. */
    public Taught learn(
            Collection<Sequence> flows,
            List<Triplet> triplets,
            List<Sequence> benign,
            TrainingProgress progress)
            throws AdaptationException {
        if (benign.size() < LEAST_BENIGN) {
            throw new AdaptationException(
                    benign.size()
                            + " benign flows to calibrate on; at least "
                            + LEAST_BENIGN
                            + " are needed");
        }
        Lesson lesson = new Lesson(triplets, new SiteFlows(triplets, flows, benign));
        Folds<Sequence> folds = new Folds<>(benign);
        List<List<Sequence>> known = new ArrayList<>(List.of(benign));
        for (int fold = 0; fold < Folds.FOLDS; fold++) {
            known.add(folds.without(fold));
        }
        return calibrated(lesson, benign, folds, fitted(lesson, known, progress));
    }

    /**
     * @param fits the one that is kept, then those that have not seen a fold
     */
    private Taught calibrated(
            Lesson lesson, List<Sequence> benign, Folds<Sequence> folds, List<Fitted> fits) {
        Beside beside = new Beside(further, benign, folds);
        List<SequenceErrors> errors = fits.stream().map(fit -> fit.errors(model)).toList();
        ErrorSample held = new ErrorSample();
        for (int stretch = 0; stretch < Folds.STRETCHES; stretch++) {
            held.add(
                    errors.get(1 + Folds.fold(stretch)),
                    memory(lesson, folds.outside(stretch), beside.outside(stretch)),
                    folds.within(stretch));
        }
        Fitted fitted = fits.get(0);
        SiteMemory memory = memory(lesson, benign, beside.all());
        ErrorSample negatives = new ErrorSample().add(errors.get(0), memory, lesson.negatives());
        Calibration calibration = Calibration.fit(held, negatives, memory, rule);
        SiteParts parts =
                new SiteParts(
                        fitted.adaptor(),
                        OrdinaryServices.added(fitted.normaliser(), ordinary(lesson, benign)),
                        calibration,
                        lesson.isEmpty() ? Maturity.CALIBRATED : Maturity.ADAPTED);
        long micros = benign.get(benign.size() - 1).endMicros() - benign.get(0).endMicros();
        Calibration network = Calibration.fit(held, negatives, rule);
        return new Taught(parts, held.fused(calibration.fusion()), micros, network);
    }

    /** Fits to each of these parts of the benign flows; only the first tells its steps. */
    private List<Fitted> fitted(
            Lesson lesson, List<List<Sequence>> known, TrainingProgress progress)
            throws AdaptationException {
        List<Together.Piece<Fitted>> pieces = new ArrayList<>();
        int fits = known.size();
        pieces.add(
                told ->
                        fit(
                                lesson,
                                known.get(0),
                                (step, steps, loss) -> told.step(fits * step, fits * steps, loss)));
        for (List<Sequence> part : known.subList(1, fits)) {
            pieces.add(told -> fit(lesson, part, (step, steps, loss) -> told.alive()));
        }
        return Together.make(progress, pieces);
    }

    private SiteMemory memory(Lesson lesson, List<Sequence> benign, List<Habits> others) {
        if (!remembers) {
            return null;
        }
        Stream<Sequence> all = Stream.concat(lesson.ordinary().stream(), benign.stream());
        return SiteMemory.of(all.distinct().map(Sequence::exchange).toList(), others);
    }

    private static Set<Sequence> ordinary(Lesson lesson, List<Sequence> benign) {
        Set<Sequence> ordinary = new LinkedHashSet<>(benign);
        ordinary.addAll(lesson.ordinary());
        return ordinary;
    }

    private Fitted fit(Lesson lesson, List<Sequence> benign, TrainingProgress progress) {
        Set<Sequence> ordinary = ordinary(lesson, benign);
        Normaliser normaliser = RobustStatistics.of(ordinary);
        if (lesson.isEmpty()) {
            return new Fitted(model.site().adaptor(), normaliser);
        }
        NormalisedSequences slice =
                new NormalisedSequences(model.profile().width()).add(ordinary, normaliser);
        NormalisedTriplets triplets = lesson.normalised(normaliser);
        Adaptor adaptor =
                new Adaptation(options, progress)
                        .adapt(model.core(), model.site().adaptor(), slice, triplets);
        return new Fitted(adaptor, normaliser);
    }

    private record Fitted(Adaptor adaptor, Normaliser normaliser) {
        SequenceErrors errors(SiteModel model) {
            return new SequenceErrors(
                    model.core(),
                    adaptor,
                    normaliser,
                    new ScalarReconstructor(model.core().shape()));
        }
    }
}
