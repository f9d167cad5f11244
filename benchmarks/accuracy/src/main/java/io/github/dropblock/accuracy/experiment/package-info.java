/** The experiments: which trials they need, and what they say about the results. */
package io.github.dropblock.accuracy.experiment;
