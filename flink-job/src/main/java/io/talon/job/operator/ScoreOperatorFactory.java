// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.operator;

import io.talon.anomaly.v1.SequenceScore;
import io.talon.job.model.ModelFiles;
import org.apache.flink.streaming.api.operators.AbstractStreamOperatorFactory;
import org.apache.flink.streaming.api.operators.ChainingStrategy;
import org.apache.flink.streaming.api.operators.OneInputStreamOperatorFactory;
import org.apache.flink.streaming.api.operators.StreamOperator;
import org.apache.flink.streaming.api.operators.StreamOperatorParameters;

/** Makes the scoring operator of each task; it is chained to what lays out the sequences. */
public final class ScoreOperatorFactory extends AbstractStreamOperatorFactory<SequenceScore>
        implements OneInputStreamOperatorFactory<SequencedFlow, SequenceScore> {

    private static final long serialVersionUID = 1L;

    private final ModelFiles files;
    private final ScoreOptions options;

    /**
     * @param files model, and the adaptor of sites that none was released to
     */
    public ScoreOperatorFactory(ModelFiles files, ScoreOptions options) {
        this.files = files;
        this.options = options;
        setChainingStrategy(ChainingStrategy.ALWAYS);
    }

    @Override
    @SuppressWarnings("unchecked") // the caller names the operator's type and gets what we make
    public <T extends StreamOperator<SequenceScore>> T createStreamOperator(
            StreamOperatorParameters<SequenceScore> parameters) {
        return (T) new ScoreOperator(parameters, files, options);
    }

    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public Class<? extends StreamOperator> getStreamOperatorClass(ClassLoader loader) {
        return ScoreOperator.class;
    }
}
