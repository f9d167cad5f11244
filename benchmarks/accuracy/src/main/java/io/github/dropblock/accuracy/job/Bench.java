package io.github.dropblock.accuracy.job;

import io.github.dropblock.accuracy.detection.Detectors;
import io.github.dropblock.accuracy.segmentation.Segmentations;
import io.github.dropblock.accuracy.trial.Trials;

/**
 * What jobs work with.
 *
 * @param trials classifiers of single items
 * @param wideTrials the same in the wide regime
 * @param segmentations networks that label the pixels of scenes
 * @param detectors networks that find the items of scenes
 */
public record Bench(
    Trials trials, Trials wideTrials, Segmentations segmentations, Detectors detectors) {}
