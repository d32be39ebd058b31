// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.adapt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.talon.ctalvae.train.TrainingProgress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TogetherTest {

    private static List<Together.Piece<Integer>> pieces(int count) {
        return IntStream.range(0, count)
                .<Together.Piece<Integer>>mapToObj(
                        i ->
                                told -> {
                                    told.step(1, 1, i);
                                    told.alive();
                                    return i * i;
                                })
                .toList();
    }

    @Test
    void resultsStandInTheOrderOfThePieces() throws AdaptationException {
        assertThat(Together.make(TrainingProgress.SILENT, pieces(6)))
                .containsExactly(0, 1, 4, 9, 16, 25);
    }

    @Test
    void progressIsToldInTheCallersThreadAndOfTheFirstPieceAlways() throws AdaptationException {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        Set<Double> told = ConcurrentHashMap.newKeySet();
        Together.make(
                (step, steps, loss) -> {
                    threads.add(Thread.currentThread());
                    told.add(loss);
                },
                pieces(20));
        assertThat(threads).containsExactly(Thread.currentThread());
        assertThat(told).contains(0.0);
    }

    @Test
    void whatProgressThrowsEndsThePiecesThatRunElsewhere() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        Together.Piece<Integer> endless =
                told -> {
                    try {
                        while (true) {
                            told.alive();
                        }
                    } finally {
                        ended.countDown();
                    }
                };
        TrainingProgress stops =
                (step, steps, loss) -> {
                    throw new IllegalStateException("cancelled");
                };
        assertThatThrownBy(
                        () ->
                                Together.make(
                                        stops,
                                        List.of(
                                                told -> {
                                                    told.step(1, 2, 0);
                                                    return 1;
                                                },
                                                endless)))
                .hasMessage("cancelled");
        assertThat(ended.await(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void whatProgressThrowsIsThrownThoughAnEarlierPieceEndsByIt() {
        assumeThat(Runtime.getRuntime().availableProcessors()).isGreaterThan(1);
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean taken = new AtomicBoolean();
        Together.Piece<Integer> elsewhere =
                told -> {
                    taken.set(true);
                    begun.countDown();
                    while (true) {
                        told.alive();
                    }
                };
        Together.Piece<Integer> stopped =
                told -> {
                    told.step(1, 2, 0);
                    return 1;
                };
        TrainingProgress stops =
                (step, steps, loss) -> {
                    throw new IllegalStateException("cancelled");
                };
        Together.Piece<Integer> waits =
                told -> {
                    await(begun);
                    return 1;
                };
        assertThatThrownBy(() -> Together.make(stops, List.of(waits, elsewhere, stopped)))
                .hasMessage("cancelled");
        assertThat(taken).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aPieceThatFailsSaysWhy() {
        assertThatThrownBy(
                        () ->
                                Together.make(
                                        TrainingProgress.SILENT,
                                        List.of(
                                                told -> 1,
                                                told -> {
                                                    throw new AdaptationException("too few");
                                                })))
                .isInstanceOf(AdaptationException.class)
                .hasMessage("too few");
    }
}
