/**
 * Regularizers, the masks they sample, and their choices.
 *
 * <p>A regularizer samples bit masks, and a mask is applied in one pass. {@link
 * io.github.dropblock.DropBlock#apply DropBlock.apply} does both at once.
 *
 * <p>{@code keepProb} is always the probability to <em>keep</em> a position.
 *
 * @serial exclude
 */
package io.github.dropblock;
