/**
 * The counter-based generator and the tables that turn its words into seeds.
 *
 * <p>Depends on nothing. Integer comparisons decide every draw, so that a mask is the same on each
 * JDK and CPU.
 */
package io.github.dropblock.internal.random;
