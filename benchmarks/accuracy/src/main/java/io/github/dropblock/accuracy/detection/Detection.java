package io.github.dropblock.accuracy.detection;

/**
 * An item that a network believes to have found.
 *
 * @param label 1 + its class
 * @param score probability of the class
 * @param rectangle around it
 */
record Detection(int label, double score, Rectangle rectangle) {}
