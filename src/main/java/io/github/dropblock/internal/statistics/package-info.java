/** What is accumulated over outputs: moments and entropies. */
package io.github.dropblock.internal.statistics;
