/**
 * A search for keepProb, block size and place, on one machine or many: the same result on any.
 *
 * <p>Start at {@link io.github.dropblock.search.Search}.
 */
package io.github.dropblock.search;
