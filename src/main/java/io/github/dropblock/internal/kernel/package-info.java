/**
 * Hot loops on arrays of primitives.
 *
 * <p>Vectors are objects unless the compiler sees all that happens to them. Where it does not, a
 * loop is up to fifty times slower. Four rules keep code out of that on every JVM, also on those
 * whose compiler has had bad luck with its guesses. The option {@code -XX:PerMethodTrapLimit=0}
 * forbids all guesses, {@code -XX:InlineSmallCode=100} keeps methods apart, and docs/performance.md
 * tells what happens.
 *
 * <ul>
 *   <li>A vector does not leave the method that makes it. A method that was compiled before may not
 *       be compiled into its caller again ({@code InlineSmallCode}).
 *   <li>A loop gives no vector to its next turn. It stores the vector and loads it again. So the
 *       class of each vector is known where the code is read.
 *   <li>A compiled piece of code has at most about 45 operations on vectors, with those of the
 *       methods that are compiled into it. A rotation counts as three.
 *   <li>Code with more than half of that stands in methods of more than 325 bytes of bytecode.
 *       HotSpot compiles them alone ({@code FreqInlineSize}), so they do not add up in their
 *       callers.
 * </ul>
 */
package io.github.dropblock.internal.kernel;
