/** Readers and writers of maps of strings, numbers, lists and maps, also as bytes. */
package io.github.dropblock.internal.codec;
