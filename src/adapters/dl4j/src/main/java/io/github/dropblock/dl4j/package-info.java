/**
 * DropBlock and its relatives as dropout of Deeplearning4j's layers.
 *
 * <p>Start at {@link io.github.dropblock.dl4j.DropBlockDropout}; {@link
 * io.github.dropblock.dl4j.DropBlocks} puts it into networks that somebody else wrote.
 */
package io.github.dropblock.dl4j;
