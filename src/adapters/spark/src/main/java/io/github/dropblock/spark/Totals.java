package io.github.dropblock.spark;

import java.io.Serializable;

/**
 * The counts of a whole batch, as {@link io.github.dropblock.DropMask#withTotals} wants them.
 *
 * @param keptCount kept positions
 * @param size all positions
 */
record Totals(long keptCount, long size) implements Serializable {}
