/** Maps of strings, numbers, lists and maps: read with checks, and to and from bytes. */
package io.github.dropblock.internal.codec;
