/** Operations on runs of bits in arrays of words. */
package io.github.dropblock.internal.bits;
