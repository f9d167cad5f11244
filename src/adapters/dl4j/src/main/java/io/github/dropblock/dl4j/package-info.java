/**
 * DropBlock and its relatives as dropout of Deeplearning4j's layers.
 *
 * <p>Start at {@link io.github.dropblock.dl4j.DropBlockDropout}.
 */
package io.github.dropblock.dl4j;
