/** One trial: a network trained with one regularizer and one seed, and its rows of results. */
package io.github.dropblock.accuracy.trial;
