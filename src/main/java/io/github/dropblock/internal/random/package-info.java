/**
 * Counter-based generator, and tables that turn its words into seeds.
 *
 * <p>The package depends on no other. Integer comparisons decide every draw, so a mask is the same
 * on every JDK and CPU.
 */
package io.github.dropblock.internal.random;
