package io.github.dropblock.accuracy.detection;

/**
 * How a detector does on scenes.
 *
 * @param loss mean of its batches
 * @param ap average precision, mean over thresholds from 0.5 to 0.95
 * @param ap50 average precision at 0.5
 */
record DetectionScores(double loss, double ap, double ap50) {}
