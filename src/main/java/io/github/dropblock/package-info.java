/**
 * The regularizers, the masks they sample, and the choices that shape them.
 *
 * <p>A regularizer is a distribution over bit masks; a mask is applied in one pass. {@link
 * io.github.dropblock.DropBlock#apply DropBlock.apply} does both at once.
 *
 * <p>{@code keepProb} is always the probability to <em>keep</em> a position.
 */
package io.github.dropblock;
