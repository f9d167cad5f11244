/** Accumulators over outputs of a network: moments and entropies. */
package io.github.dropblock.internal.statistics;
