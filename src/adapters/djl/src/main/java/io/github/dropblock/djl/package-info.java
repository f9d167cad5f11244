/**
 * DropBlock and its relatives as a block of DJL, the Deep Java Library: see {@link
 * io.github.dropblock.djl.DropBlockLayer}. {@link io.github.dropblock.djl.DropBlocks} puts it into
 * networks of others.
 */
package io.github.dropblock.djl;
