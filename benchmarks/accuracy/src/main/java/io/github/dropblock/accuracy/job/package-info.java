/** Pieces of an experiment, and the processes that do them. */
package io.github.dropblock.accuracy.job;
