/** A search for keepProb, block size and place, in threads or on Spark. */
package io.github.dropblock.accuracy.search;
