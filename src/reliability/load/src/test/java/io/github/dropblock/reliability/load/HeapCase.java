package io.github.dropblock.reliability.load;

import java.util.function.LongSupplier;

/**
 * A call that needs memory.
 *
 * @param name what is called
 * @param reset brings all that the call changes to a known state
 * @param call the call
 * @param state the hash of all that the call may change; needs no memory
 */
record HeapCase(String name, Runnable reset, Runnable call, LongSupplier state) {}
