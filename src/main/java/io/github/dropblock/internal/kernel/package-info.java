/** The hot loops, on arrays and primitives only. */
package io.github.dropblock.internal.kernel;
