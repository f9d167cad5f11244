/** The command line. */
package io.github.dropblock.accuracy;
