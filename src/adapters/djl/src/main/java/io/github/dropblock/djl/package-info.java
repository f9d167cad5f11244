/**
 * DropBlock and its relatives as a block of DJL, the Deep Java Library: see {@link
 * io.github.dropblock.djl.DropBlockLayer}.
 */
package io.github.dropblock.djl;
