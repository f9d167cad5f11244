/** Programs that hold the library to its promises under load. */
package io.github.dropblock.reliability.load;
