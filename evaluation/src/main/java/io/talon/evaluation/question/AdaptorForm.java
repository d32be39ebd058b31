// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.question;

import io.talon.ctalvae.model.AdaptorTensor;
import io.talon.ctalvae.train.AdaptorConstraint;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/** What of the adaptors may move. */
enum AdaptorForm implements AdaptorConstraint {
    /** Every weight of both. */
    BOTH("input and output, full") {
        @Override
        public void keep(AdaptorTensor tensor, double[] start, double[] now, int rows, int cols) {}
    },
    /** Every weight of the input adaptor. */
    INPUT("input only, full") {
        @Override
        public void keep(AdaptorTensor tensor, double[] start, double[] now, int rows, int cols) {
            if (isOutput(tensor)) {
                System.arraycopy(start, 0, now, 0, now.length);
            }
        }
    },
    /** Every weight of the output adaptor. */
    OUTPUT("output only, full") {
        @Override
        public void keep(AdaptorTensor tensor, double[] start, double[] now, int rows, int cols) {
            if (!isOutput(tensor)) {
                System.arraycopy(start, 0, now, 0, now.length);
            }
        }
    },
    /**
     * A factor and an offset per feature: the input matrix may scale its rows, the output matrix
     * its columns.
     */
    AFFINE("both, affine per feature") {
        @Override
        public void keep(AdaptorTensor tensor, double[] start, double[] now, int rows, int cols) {
            if (tensor == AdaptorTensor.INPUT_WEIGHT) {
                for (int r = 0; r < rows; r++) {
                    scaled(start, now, r * cols, 1, cols);
                }
            } else if (tensor == AdaptorTensor.OUTPUT_WEIGHT) {
                for (int c = 0; c < cols; c++) {
                    scaled(start, now, c, cols, rows);
                }
            }
        }
    },
    /** A change of rank 4 of either matrix. */
    LOW_RANK("both, rank 4") {
        @Override
        public void keep(AdaptorTensor tensor, double[] start, double[] now, int rows, int cols) {
            if (rows > 1) {
                truncated(start, now, rows, cols);
            }
        }
    };

    private static final int RANK = 4;

    private final String label;

    AdaptorForm(String label) {
        this.label = label;
    }

    /** As tables call it. */
    String label() {
        return label;
    }

    private static boolean isOutput(AdaptorTensor tensor) {
        return tensor == AdaptorTensor.OUTPUT_WEIGHT || tensor == AdaptorTensor.OUTPUT_BIAS;
    }

    /** Replaces a row or column by its projection on what it was. */
    private static void scaled(double[] start, double[] now, int first, int stride, int count) {
        double product = 0;
        double squares = 0;
        for (int i = 0, at = first; i < count; i++, at += stride) {
            product += start[at] * now[at];
            squares += start[at] * start[at];
        }
        double factor = squares == 0 ? 0 : product / squares;
        for (int i = 0, at = first; i < count; i++, at += stride) {
            now[at] = factor * start[at];
        }
    }

    private static void truncated(double[] start, double[] now, int rows, int cols) {
        DMatrixRMaj change = new DMatrixRMaj(rows, cols);
        for (int i = 0; i < now.length; i++) {
            change.data[i] = now[i] - start[i];
        }
        SingularValueDecomposition_F64<DMatrixRMaj> svd =
                DecompositionFactory_DDRM.svd(rows, cols, true, true, true);
        if (!svd.decompose(change)) {
            throw new IllegalStateException("the change of an adaptor has no singular values");
        }
        DMatrixRMaj u = svd.getU(null, false);
        DMatrixRMaj v = svd.getV(null, false);
        double[] values = svd.getSingularValues();
        System.arraycopy(start, 0, now, 0, now.length);
        boolean[] used = new boolean[values.length];
        for (int rank = 0; rank < Math.min(RANK, values.length); rank++) {
            int largest = -1;
            for (int i = 0; i < values.length; i++) {
                if (!used[i] && (largest < 0 || values[i] > values[largest])) {
                    largest = i;
                }
            }
            used[largest] = true;
            for (int r = 0; r < rows; r++) {
                for (int c = 0; c < cols; c++) {
                    now[r * cols + c] += values[largest] * u.get(r, largest) * v.get(c, largest);
                }
            }
        }
    }
}
