/** Hot loops on arrays of primitives. */
package io.github.dropblock.internal.kernel;
