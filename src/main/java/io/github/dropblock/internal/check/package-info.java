/** Argument checks with one style of message. */
package io.github.dropblock.internal.check;
